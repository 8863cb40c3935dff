/** Texts of the document viewer. */
export const document = {
  'document.label': 'Dokumen {title}',
  'document.opening': 'Membuka dokumen…',
  'document.page': 'Halaman {page} dari {pages}',
  'document.pages': '{pages} halaman',
  'document.version': 'Versi',
  'document.smaller': 'Perkecil',
  'document.larger': 'Perbesar',
  'document.picture': 'Gambar bukti: {title}',
  'document.noPreview':
    'Jenis berkas ini tidak dapat ditampilkan di halaman. Unduh untuk membukanya di komputer Anda.',
  'file.state.AVAILABLE': 'Tersedia',
  'file.state.CHECKING': 'Diperiksa',
  'file.state.QUARANTINED': 'Karantina',
  'file.state.REJECTED': 'Ditolak',
  'file.explain.AVAILABLE': 'Berkas dapat dibuka.',
  'file.explain.CHECKING':
    'Berkas sedang diperiksa. Biasanya selesai dalam beberapa detik; halaman ini memperbaruinya sendiri.',
  'file.explain.QUARANTINED':
    'Berkas ditahan dan tidak dapat dibuka siapa pun sampai pemeriksaannya selesai. Jawaban Anda tidak berubah.',
  'file.explain.REJECTED':
    'Berkas tidak lolos pemeriksaan dan tidak dihitung sebagai bukti. Unggah berkas lain sebagai versi baru.',
  'file.reason.malware': 'mengandung program berbahaya',
  'file.reason.scanner-unreachable': 'pemeriksa virus belum terjangkau',
  'file.reason.broken': 'isi berkas rusak',
  'file.reason.type-refused': 'jenis berkas tidak diterima',
  'problem.unreadable-document.title': 'Dokumen tidak dapat ditampilkan',
  'problem.unreadable-document.text':
    'Berkas asli tetap tersimpan utuh. Unduh untuk membukanya di komputer Anda; bila di sana juga gagal, minta unit mengunggah versi baru.',
}
