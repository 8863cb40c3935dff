/** What happened, what is safe, what to do: two sentences or three for each problem slug. */
export const problems = {
  'problem.unexpected.title': 'Terjadi gangguan di server',
  'problem.unexpected.text':
    'Yang sudah berstatus tersimpan tetap aman. Coba lagi; bila berulang, kirim nomor kejadian ini kepada administrator.',
  'problem.incident': 'Nomor kejadian: {incident}',
  'problem.no-connection.title': 'Server tidak terjangkau',
  'problem.no-connection.text':
    'Sambungan terputus sebelum server menjawab. Isian Anda masih ada di peramban ini. Periksa jaringan, lalu coba lagi.',
  'problem.timed-out.title': 'Server terlalu lama menjawab',
  'problem.timed-out.text':
    'Jaringan lambat atau server sibuk. Isian Anda masih ada di peramban ini. Tunggu sebentar, lalu coba lagi.',
  'problem.cancelled.title': 'Dibatalkan',
  'problem.cancelled.text': 'Tidak ada yang disimpan.',
  'problem.sign-in-required.title': 'Anda perlu masuk lagi',
  'problem.sign-in-required.text':
    'Waktu masuk Anda habis. Isian Anda masih ada di peramban ini. Masuk lagi untuk melanjutkan.',
  'problem.person-unknown.title': 'Akun Anda belum terdaftar',
  'problem.person-unknown.text':
    'Anda berhasil masuk, tetapi administrator belum mendaftarkan alamat surel Anda. Hubungi administrator instansi, lalu masuk lagi.',
  'problem.not-allowed.title': 'Anda tidak berwenang melakukan ini',
  'problem.not-allowed.text':
    'Tidak ada yang berubah. Bila ini memang tugas Anda, minta administrator instansi memberi peran yang sesuai.',
  'problem.not-in-this-stage.title': 'Tahap penilaian tidak mengizinkan ini',
  'problem.not-in-this-stage.text':
    'Tidak ada yang berubah. Tahapnya mungkin baru saja berganti; muat ulang halaman untuk melihat keadaan sekarang.',
  'problem.dates-move-by-letter.title': 'Jadwal ini hanya pindah dengan surat',
  'problem.dates-move-by-letter.text':
    'Tidak ada yang disimpan. Buka Kalender periode ini, pilih Pindahkan, lalu isi nomor surat, tanggal, dan alasannya.',
  'problem.too-many-moves.title': 'Riwayat jadwal sudah penuh',
  'problem.too-many-moves.text':
    'Tidak ada yang disimpan. Instansi ini sudah mencatat terlalu banyak perpindahan dan perpanjangan.',
  'problem.step-not-ready.title': 'Langkah ini belum dapat diambil',
  'problem.step-not-ready.text':
    'Tidak ada yang berubah. Penuhi dulu syarat yang disebutkan pada langkah ini, atau beri alasan bila diperbolehkan.',
  'problem.deadline-passed.title': 'Batas waktu sudah lewat',
  'problem.deadline-passed.text':
    'Jawaban terkunci karena periode ini menutup otomatis. Yang sudah tersimpan tetap aman dan dapat dikirim; minta administrator memberi perpanjangan bila perlu.',
  'problem.not-there.title': 'Data tidak ditemukan',
  'problem.not-there.text':
    'Mungkin sudah dihapus, atau bukan bagian unit Anda. Kembali ke beranda dan buka dari sana.',
  'problem.changed-meanwhile.title': 'Orang lain baru saja mengubahnya',
  'problem.changed-meanwhile.text':
    'Perubahan Anda belum disimpan supaya tidak menimpa miliknya. Muat ulang, periksa, lalu ulangi perubahan Anda.',
  'problem.answer-changed.title': 'Jawaban ini baru saja diubah orang lain',
  'problem.answer-changed.text':
    'Kedua versi masih ada. Pilih salah satu atau gabungkan, lalu simpan.',
  'problem.if-match-required.title': 'Halaman ini perlu dimuat ulang',
  'problem.if-match-required.text':
    'Server tidak tahu versi mana yang Anda ubah, jadi tidak ada yang disimpan. Muat ulang halaman, lalu coba lagi.',
  'problem.invalid-request.title': 'Isian belum benar',
  'problem.invalid-request.text':
    'Tidak ada yang disimpan. Perbaiki isian yang ditandai, lalu simpan lagi.',
  'problem.too-large.title': 'Berkas terlalu besar',
  'problem.too-large.text':
    'Berkas tidak disimpan. Batasnya {limit} per berkas. Kecilkan atau pecah berkas, lalu unggah lagi.',
  'problem.no-room-left.title': 'Jatah penyimpanan instansi habis',
  'problem.no-room-left.text':
    'Berkas tidak disimpan karena semua bukti instansi akan melebihi {limit}; yang sudah tersimpan tetap aman. Minta administrator menaikkan batasnya, lalu unggah lagi.',
  'problem.scanner-is-off.title': 'Pemeriksa virus tidak dipasang',
  'problem.scanner-is-off.text':
    'Berkas tetap ditahan. Pasang pemeriksa virus di server (zitrack.clamd.address), lalu periksa lagi.',
  'problem.scanner-is-on.title': 'Pemeriksa virus terpasang',
  'problem.scanner-is-on.text':
    'Berkas tetap menunggu pemeriksaan dan tidak dibuka tanpa diperiksa. Hidupkan lagi pemeriksanya; pemeriksaan lalu berjalan sendiri.',
  'problem.type-refused.title': 'Jenis berkas tidak diterima',
  'problem.type-refused.text':
    'Berkas tidak disimpan karena isinya bukan dokumen atau gambar yang diterima. Ubah menjadi PDF, JPG, PNG, DOCX atau XLSX, lalu unggah lagi.',
  'problem.empty-file.title': 'Berkas kosong',
  'problem.empty-file.text':
    'Berkas berukuran nol dan tidak disimpan. Buka berkas di komputer Anda, pastikan ada isinya, lalu unggah lagi.',
  'problem.evidence-in-use.title': 'Bukti masih dipakai',
  'problem.evidence-in-use.text':
    'Bukti tidak dihapus karena masih dipakai pertanyaan, kegiatan, atau prasyarat. Lepaskan dulu di semua tempat, lalu hapus.',
  'problem.evidence-held.title': 'Bukti sedang ditahan',
  'problem.evidence-held.text':
    'Administrator menahan bukti ini ({because}), sehingga tidak dapat dihapus atau dimusnahkan.',
  'problem.retention-running.title': 'Masa simpan belum berakhir',
  'problem.retention-running.text':
    'Bukti harus dihapus dulu, dan baru boleh dimusnahkan setelah masa simpannya berakhir ({until}).',
  'problem.dossier-broken.title': 'Dosir tidak dapat diekspor',
  'problem.dossier-broken.text':
    'Berkas yang tersimpan rusak atau hilang: {evidence}. Unggah lagi berkas yang sama, lalu ekspor lagi.',
  'problem.linked-by-activity.title': 'Terhubung lewat kegiatan',
  'problem.linked-by-activity.text':
    'Bukti tidak dilepaskan karena sebuah kegiatan membawanya ke pertanyaan ini. Lepaskan kegiatannya, atau keluarkan bukti dari kegiatan.',
  'problem.activity-in-use.title': 'Kegiatan masih dipakai',
  'problem.activity-in-use.text':
    'Kegiatan tidak dihapus karena masih membuktikan pertanyaan. Lepaskan dulu dari semua pertanyaan.',
  'problem.activity-proves-locked.title': 'Kegiatan membuktikan jawaban yang terkunci',
  'problem.activity-proves-locked.text':
    'Tidak ada yang dilepaskan: lembar yang sudah dikirim tidak boleh kehilangan bukti. Coba lagi bila pertanyaannya dikembalikan.',
  'problem.inquiry-closed.title': 'Permintaan sudah ditutup',
  'problem.inquiry-closed.text':
    'Permintaan ini sudah dijawab atau ditarik, jadi tidak ada yang berubah. Muat ulang untuk melihat keadaannya.',
  'problem.not-complete.title': 'Lembar belum lengkap',
  'problem.not-complete.text':
    'Lembar belum dikirim. Lengkapi yang kosong, atau nyatakan bahwa kekurangan itu disengaja.',
  'problem.storage-full.title': 'Penyimpanan server penuh',
  'problem.storage-full.text':
    'Yang ini belum disimpan; yang sudah tersimpan tetap aman. Beri tahu administrator, lalu coba lagi setelah ada ruang.',
  'problem.store-unreachable.title': 'Penyimpanan data sedang tidak terjangkau',
  'problem.store-unreachable.text':
    'Yang ini belum disimpan; isian Anda masih ada di peramban ini. Tunggu beberapa menit, lalu coba lagi.',
  'problem.invalid-answer.title': 'Jawaban tidak sesuai jenis pertanyaan',
  'problem.invalid-answer.text':
    'Jawaban belum disimpan. Periksa angka atau pilihan Anda terhadap aturan di bawah pertanyaan.',
  'problem.busy.title': 'Banyak orang sedang mengubah lembar ini',
  'problem.busy.text':
    'Perubahan Anda belum disimpan; isian Anda masih ada di peramban ini. Coba lagi sebentar lagi.',
  'problem.question-locked.title': 'Pertanyaan ini terkunci',
  'problem.question-locked.text':
    'TPI mengembalikan pertanyaan lain, jadi yang ini tidak dapat diubah. Tidak ada yang berubah.',
  'problem.invalid-answers.title': 'Beberapa jawaban tidak sesuai',
  'problem.invalid-answers.text':
    'Tidak ada satu pun yang disimpan. Perbaiki jawaban yang ditandai, lalu kirim lagi semuanya.',
  'problem.assessment-exists.title': 'Lembar untuk periode ini sudah ada',
  'problem.assessment-exists.text':
    'Unit ini sudah memiliki lembar pada periode yang sama. Buka lembar itu dari halaman lembar kerja.',
  'problem.upload-broken.title': 'Unggahan terputus',
  'problem.upload-broken.text':
    'Sambungan putus sebelum seluruh berkas tiba. Bagian yang sudah sampai aman; unggah lagi untuk melanjutkan.',
  'problem.upload-locked.title': 'Unggahan sedang berjalan di tempat lain',
  'problem.upload-locked.text':
    'Bagian yang sudah sampai aman. Tunggu beberapa detik; unggahan dilanjutkan otomatis.',
  'problem.upload-gone.title': 'Unggahan ini sudah berakhir',
  'problem.upload-gone.text':
    'Sudah lebih dari 24 jam tidak dilanjutkan, atau dibatalkan. Unggah berkasnya dari awal.',
  'problem.upload-incomplete.title': 'Berkas belum sampai seluruhnya',
  'problem.upload-incomplete.text': 'Bagian yang sudah sampai aman. Lanjutkan unggahan.',
  'problem.upload-offset.title': 'Unggahan perlu disesuaikan',
  'problem.upload-offset.text':
    'Bagian yang sudah sampai aman. Unggahan dilanjutkan dari bagian yang diterima server.',
  'problem.upload-checksum.title': 'Berkas berubah di perjalanan',
  'problem.upload-checksum.text':
    'Bagian yang rusak tidak disimpan. Coba lagi; bila berulang, periksa jaringan kantor.',
  'problem.upload-chunk-too-large.title': 'Bagian yang dikirim terlalu besar',
  'problem.upload-chunk-too-large.text':
    'Bagian ini tidak disimpan. Kirim dalam bagian yang lebih kecil.',
  'problem.tus-version.title': 'Halaman ini perlu dimuat ulang',
  'problem.tus-version.text':
    'Halaman dan server memakai versi unggahan yang berbeda. Muat ulang halaman, lalu pilih lagi berkasnya untuk melanjutkan.',
  'problem.evidence-of-other-unit.title': 'Bukti ini milik unit lain',
  'problem.evidence-of-other-unit.text':
    'Bukti tidak dihubungkan. Unggah berkasnya sebagai bukti unit Anda sendiri.',
  'problem.file-not-available.title': 'Berkas belum dapat dibuka',
  'problem.file-not-available.text':
    'Berkas sedang ditahan sampai pemeriksaannya selesai. Coba lagi nanti, atau unggah versi baru.',
  'problem.person-inactive.title': 'Akun Anda dinonaktifkan',
  'problem.person-inactive.text':
    'Anda berhasil masuk, tetapi administrator menonaktifkan akun ini. Hubungi administrator instansi.',
  'problem.type-not-supported.title': 'Halaman ini perlu dimuat ulang',
  'problem.type-not-supported.text':
    'Server tidak mengenali bentuk kiriman, jadi tidak ada yang disimpan. Muat ulang halaman, lalu coba lagi.',
}
