/** Texts of the administrators' page about uploads: their checks and their limits. */
export const checks = {
  'nav.checks': 'Unggahan',
  'checks.title.fine': 'Semua berkas sudah diperiksa',
  'checks.title.off': 'Berkas diterima tanpa pemeriksaan virus',
  'checks.title.waiting': '{count} berkas menunggu diperiksa',
  'checks.title.infected': '{count} berkas berbahaya ditahan',
  'checks.scanner': 'Pemeriksa virus',
  'checks.scanner.OFF': 'tidak dipasang',
  'checks.scanner.ANSWERING': 'bekerja',
  'checks.scanner.SILENT': 'tidak menjawab',
  'checks.scanner.OFF.text':
    'Jenis dan isi berkas tetap diperiksa, tetapi virus tidak dicari. Pasang clamd dan isi zitrack.clamd.address untuk menyalakannya.',
  'checks.scanner.ANSWERING.text': 'Setiap berkas diperiksa sebelum siapa pun dapat membukanya.',
  'checks.scanner.SILENT.text':
    'Unggahan tetap diterima dan tersimpan, tetapi tidak dapat dibuka sebelum diperiksa. Pemeriksaan berjalan sendiri begitu clamd menjawab lagi.',
  'checks.waiting': '{count} berkas menunggu, yang terlama sejak {since}',
  'checks.waiting.none': 'Tidak ada berkas yang menunggu.',
  'checks.database': 'tanda virus {database}',
  'checks.rescan.running':
    'Tanda virus {database}: {count} berkas lama sedang diperiksa ulang, yang terbaru lebih dahulu. Selama itu tetap dapat dibuka.',
  'checks.rescan.done': 'Semua berkas sudah diperiksa dengan tanda virus terbaru ({database}).',
  'checks.tooLarge':
    '{count} di antaranya terlalu besar untuk pemeriksa. Naikkan StreamMaxLength di clamd.conf.',
  'checks.release': 'Buka tanpa diperiksa',
  'checks.release.ask': 'Buka {count} berkas tanpa diperiksa?',
  'checks.release.text':
    'Pemeriksa virus sudah tidak dipasang, jadi berkas ini tidak akan diperiksa. Setelah dibuka, semua orang yang berwenang dapat mengunduhnya.',
  'checks.released': 'Berkas yang menunggu sudah dibuka',
  'checks.infected': 'Berkas berbahaya',
  'checks.infected.none': 'Tidak ada berkas berbahaya yang ditahan.',
  'checks.infected.text':
    'Berkas ini ditahan dan tidak dapat dibuka siapa pun. Hubungi unitnya: komputer asal berkas mungkin terinfeksi. Bila pemeriksa keliru, perbarui tanda virusnya, lalu periksa lagi.',
  'checks.column.malware': 'Ditemukan',
  'checks.column.where': 'Di bukti',
  'checks.column.size': 'Ukuran',
  'checks.column.foundAt': 'Waktu',
  'checks.hidden': 'Bukti yang tidak dapat Anda lihat',
  'checks.again': 'Periksa lagi',
  'checks.againOf': 'Periksa lagi berkas {sha256}',
  'checks.again.begun': 'Berkas diperiksa lagi',
  'limits.title': 'Batas unggahan',
  'limits.used': 'Terpakai {used}',
  'limits.usedOf': 'Terpakai {used} dari {limit}',
  'limits.used.label': 'Penyimpanan bukti',
  'limits.field.maxFileBytes': 'Ukuran terbesar per berkas (MB)',
  'limits.field.maxFileBytes.hint': 'Kosong: sama dengan batas server, {ceiling}',
  'limits.field.maxTotalBytes': 'Jumlah semua berkas instansi (GB)',
  'limits.field.maxTotalBytes.hint':
    'Kosong: tidak dibatasi. Setiap versi dihitung, juga milik bukti yang sudah dihapus dari daftar.',
  'limits.field.types': 'Jenis berkas yang diterima',
  'limits.field.types.hint':
    'Berlaku untuk unggahan berikutnya; bukti yang sudah ada tetap dapat dibuka.',
  'limits.error.number': '{field} harus angka lebih dari 0, paling banyak {most}',
  'limits.error.positive': '{field} harus angka lebih dari 0',
  'limits.error.types': 'Pilih sedikitnya satu jenis berkas',
  'limits.saved': 'Batas unggahan tersimpan',
}
