/** What happened, what is safe, what to do: refusals to those who manage units, periods and people. */
export const managing = {
  'problem.too-many-units.title': 'Jumlah unit sudah penuh',
  'problem.too-many-units.text':
    'Unit ini belum disimpan. Satu instansi menampung paling banyak 5.000 unit; gunakan lagi unit yang sudah tidak aktif.',
  'problem.too-many-drafts.title': 'Jumlah rancangan sudah penuh',
  'problem.too-many-drafts.text':
    'Rancangan baru belum dibuat. Terbitkan atau hapus dulu rancangan yang tidak lagi dikerjakan.',
  'problem.unit-has-active-units.title': 'Masih ada unit aktif di bawahnya',
  'problem.unit-has-active-units.text':
    'Unit ini tetap aktif. Nonaktifkan atau pindahkan dulu unit di bawahnya.',
  'problem.parent-unit-not-there.title': 'Unit induk tidak ditemukan',
  'problem.parent-unit-not-there.text':
    'Tidak ada yang disimpan. Muat ulang halaman, lalu pilih unit induk lagi.',
  'problem.parent-unit-inactive.title': 'Unit induk tidak aktif',
  'problem.parent-unit-inactive.text':
    'Tidak ada yang disimpan. Aktifkan dulu unit induknya, atau pilih induk lain.',
  'problem.unit-below-itself.title': 'Unit tidak dapat berada di bawah dirinya sendiri',
  'problem.unit-below-itself.text':
    'Tidak ada yang disimpan. Pilih unit induk yang bukan unit ini dan bukan bawahannya.',
  'problem.unit-name-taken.title': 'Nama unit sudah dipakai',
  'problem.unit-name-taken.text':
    'Tidak ada yang disimpan. Di bawah induk yang sama sudah ada unit dengan nama ini; beri nama lain.',
  'problem.dates-out-of-order.title': 'Urutan tanggal belum benar',
  'problem.dates-out-of-order.text':
    'Tidak ada yang disimpan. Urutannya: dibuka, batas unit, batas penilaian TPI, batas usulan.',
  'problem.period-name-taken.title': 'Nama periode sudah dipakai',
  'problem.period-name-taken.text':
    'Tidak ada yang disimpan. Beri nama lain, misalnya dengan tahun atau tahapnya.',
  'problem.too-many-periods.title': 'Jumlah periode sudah penuh',
  'problem.too-many-periods.text':
    'Periode ini belum disimpan. Ubah periode yang tidak lagi dipakai.',
  'problem.instrument-not-published.title': 'Instrumen belum terbit',
  'problem.instrument-not-published.text':
    'Tidak ada yang disimpan. Pilih instrumen dan versi dari daftar.',
  'problem.instrument-retired.title': 'Instrumen ini tidak ditawarkan lagi',
  'problem.instrument-retired.text':
    'Tidak ada yang disimpan. Pilih instrumen lain, atau tawarkan lagi instrumen ini di halaman Instrumen.',
  'problem.email-taken.title': 'Alamat surel sudah dipakai orang lain',
  'problem.email-taken.text':
    'Tidak ada yang disimpan. Periksa ejaannya, atau cari orang itu di daftar.',
  'problem.username-taken.title': 'Nama pengguna sudah dipakai orang lain',
  'problem.username-taken.text':
    'Tidak ada yang disimpan. Nama pengguna tidak pernah berpindah orang; pilih nama lain.',
  'problem.username-fixed.title': 'Nama pengguna tidak dapat diubah',
  'problem.username-fixed.text':
    'Tidak ada yang disimpan. Nama pengguna melekat pada orangnya; kembalikan ke nama semula.',
  'problem.role-needs-unit.title': 'Peran ini memerlukan unit',
  'problem.role-needs-unit.text': 'Tidak ada yang disimpan. Pilih unit yang dikoordinasikan.',
  'problem.role-of-institution.title': 'Peran ini berlaku untuk seluruh instansi',
  'problem.role-of-institution.text':
    'Tidak ada yang disimpan. Kosongkan pilihan unit pada peran administrator.',
  'problem.role-without-areas.title': 'Peran ini tidak dibatasi area',
  'problem.role-without-areas.text':
    'Tidak ada yang disimpan. Hanya koordinator area yang memegang area tertentu.',
  'problem.role-unit-not-there.title': 'Unit tidak ditemukan',
  'problem.role-unit-not-there.text':
    'Tidak ada yang disimpan. Muat ulang halaman, lalu pilih unit lagi.',
  'problem.own-administration.title': 'Anda tidak dapat mencabut peran administrator Anda sendiri',
  'problem.own-administration.text':
    'Tidak ada yang berubah. Minta administrator lain melakukannya.',
  'problem.last-administrator.title': 'Ini administrator terakhir',
  'problem.last-administrator.text':
    'Tidak ada yang berubah. Tunjuk administrator lain dulu, lalu ulangi.',
  'problem.identity-elsewhere.title': 'Akun dikelola di luar ZITrack',
  'problem.identity-elsewhere.text':
    'Tidak ada undangan yang dibuat. Akun dibuat oleh pengelola masuk tunggal (SSO) instansi; orang ini cukup masuk dengan alamat surel yang terdaftar.',
  'problem.inactive-person-invited.title': 'Orang ini tidak aktif',
  'problem.inactive-person-invited.text':
    'Tidak ada undangan yang dibuat. Aktifkan dulu orangnya, lalu undang.',
  'problem.first-administrator-not-needed.title': 'Administrator sudah ada',
  'problem.first-administrator-not-needed.text':
    'Tidak ada yang berubah. Masuklah, atau minta administrator mendaftarkan Anda.',
}
