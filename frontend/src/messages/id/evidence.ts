/** Texts of the evidence library. */
export const evidence = {
  'library.title': 'Bukti unit',
  'library.meta': 'Satu berkas cukup diunggah sekali, lalu dipakai di banyak pertanyaan.',
  'library.upload': 'Unggah bukti',
  'library.search': 'Cari judul, nomor, atau nama berkas',
  'library.anyType': 'Semua jenis',
  'library.unit': 'Unit kerja',
  'library.nothing': 'Tidak ada bukti yang cocok',
  'library.nothing.text': 'Coba kata lain, atau tampilkan semua jenis dokumen.',
  'library.empty': 'Unit ini belum memiliki bukti',
  'library.empty.text':
    'Unggah berkas di sini, atau langsung pada pertanyaan di lembar kerja. Paling besar {limit} per berkas.',
  'library.toSheet': 'Ke lembar kerja',
  'library.unused': 'belum dipakai',
  'library.usedIn': 'Dipakai di',
  'library.alreadyThere': 'Berkas yang sama sudah ada: {title}',
  'library.arrived': '{title} terunggah',
  'library.delete': 'Hapus bukti',
  'library.delete.ask': 'Hapus {title}?',
  'library.delete.text': 'Semua versinya hilang dari daftar bukti. Ini tidak dapat diurungkan.',
  'library.deleted': '{title} dihapus',
}
