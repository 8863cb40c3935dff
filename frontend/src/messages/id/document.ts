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
  'file.reason.too-large-to-scan': 'terlalu besar untuk pemeriksa virus',
  'file.reason.scan-failed': 'pemeriksaan virus belum berhasil',
  'file.reason.files-inside': 'berkas menyimpan berkas lain di dalamnya',
  'file.reason.not-accepted-here': 'jenis berkas tidak diterima instansi',
  'file.explain.reason.malware':
    'Pemeriksa virus menemukan {malware}. Tidak seorang pun dapat membukanya, dan berkas ini tidak dihitung sebagai bukti. Jangan buka salinan di komputer Anda; beri tahu pengelola TI, lalu unggah berkas yang bersih sebagai versi baru.',
  'file.explain.reason.scanner-unreachable':
    'Berkas tersimpan aman, tetapi pemeriksa virus sedang tidak menjawab. Berkas menunggu dan diperiksa sendiri begitu pemeriksa kembali; Anda tidak perlu mengunggah ulang.',
  'file.explain.reason.too-large-to-scan':
    'Berkas tersimpan aman, tetapi terlalu besar untuk pemeriksa virus. Minta administrator menaikkan batas pemeriksa, atau unggah berkas yang lebih kecil sebagai versi baru.',
  'file.explain.reason.scan-failed':
    'Berkas tersimpan aman, tetapi pemeriksa virus belum berhasil membacanya. Pemeriksaan dicoba lagi sendiri; bila tidak selesai dalam sehari, hubungi administrator.',
  'file.explain.reason.broken':
    'Isi berkas di penyimpanan tidak lagi sama dengan yang diunggah, jadi ditahan. Unggah lagi berkas yang sama untuk memulihkannya.',
  'file.reason.broken': 'isi berkas rusak',
  'file.reason.type-refused': 'jenis berkas tidak diterima',
  'problem.unreadable-document.title': 'Dokumen tidak dapat ditampilkan',
  'problem.unreadable-document.text':
    'Berkas asli tetap tersimpan utuh. Unduh untuk membukanya di komputer Anda; bila di sana juga gagal, minta unit mengunggah versi baru.',
  'upload.label': 'Mengunggah {name}',
  'upload.progress': '{percent}% · {sent} dari {size}',
  'upload.speed': '{speed}/detik',
  'upload.left': 'sisa {time}',
  'upload.pause': 'Jeda',
  'upload.resume': 'Lanjutkan',
  'upload.paused': 'dijeda',
  'upload.unfinished': 'Unggahan yang belum selesai',
  'upload.unfinished.arrived': '{sent} dari {size} sudah sampai',
  'upload.unfinished.pick': 'Pilih lagi berkas ini untuk melanjutkan',
  'upload.unfinished.otherFile':
    'Berkas yang dipilih berbeda atau sudah diubah. Pilih {name} yang sama, atau batalkan dan unggah dari awal.',
  'upload.unfinished.giveUp': 'Batalkan unggahan {name}',
  'upload.waiting': 'sambungan terputus, dilanjutkan otomatis',
  'upload.queued': 'menunggu giliran',
  'upload.checking': 'diperiksa server…',
  'evidence.fact.number': 'No. {number}',
  'evidence.fact.period': 'berlaku {period}',
  'evidence.fact.links': 'dipakai di {count} pertanyaan',
  'evidence.check': 'Perlu dicek',
  'evidence.saved': 'Rincian bukti tersimpan',
  'evidence.details': 'Rincian',
  'evidence.editDetails': 'Ubah rincian',
  'evidence.versions': 'Versi',
  'evidence.newVersion': 'Unggah versi baru',
  'evidence.newVersion.reason': 'Alasan penggantian',
  'evidence.field.title': 'Judul',
  'evidence.field.docType': 'Jenis dokumen',
  'evidence.field.number': 'Nomor dokumen',
  'evidence.field.documentDate': 'Tanggal dokumen',
  'evidence.field.activityDate': 'Tanggal kegiatan',
  'evidence.field.period': 'Masa berlaku',
  'evidence.field.periodFrom': 'Berlaku dari',
  'evidence.field.periodUntil': 'Berlaku sampai',
  'evidence.field.signer': 'Penanda tangan',
  'evidence.field.confidentiality': 'Kerahasiaan',
  'evidence.field.note': 'Catatan',
  'evidence.hint.activityDate': 'Hari rapat atau kegiatan berlangsung',
  'evidence.error.period': 'Berlaku sampai tidak boleh sebelum berlaku dari',
  'evidence.error.field': '{field} belum benar',
  'evidence.warning.other': 'Rincian perlu diperiksa',
  'docType.decree': 'Surat keputusan',
  'docType.invitation': 'Undangan',
  'docType.attendance': 'Daftar hadir',
  'docType.minutes': 'Notulen',
  'docType.photo': 'Foto',
  'docType.report': 'Laporan',
  'docType.plan': 'Rencana',
  'docType.sop': 'SOP',
  'docType.register': 'Register atau rekap',
  'docType.letter': 'Surat',
  'docType.screenshot': 'Tangkapan layar',
  'docType.other': 'Lainnya',
  'evidence.warning.no-date': 'Tanggal dokumen belum diisi',
  'evidence.warning.no-number': 'Nomor dokumen belum diisi',
  'evidence.warning.dates-disagree':
    'Tanggal dokumen dan tanggal kegiatan tidak cocok: periksa tanggal',
  'evidence.warning.outside-period': 'Tanggalnya di luar tahun penilaian',
  'evidence.warning.same-file-other-unit': 'Berkas yang sama dipakai unit lain',
  'evidence.warning.no-text-layer': 'Hasil pindai tanpa teks: pastikan terbaca',
  'evidence.warning.formula-cells':
    'Tabel berisi rumus: buka dengan hati-hati di aplikasi lembar sebar',
  'evidence.onlyTitle':
    'Hanya judul wajib diisi. Rincian lain membantu TPI menilai dan menemukan bukti.',
  'file.reason.type-not-allowed': 'jenis berkas tidak diterima',
  'file.reason.can-run': 'berkas dapat menjalankan program',
  'file.reason.macros': 'berkas berisi makro',
  'file.reason.password': 'berkas dikunci kata sandi',
  'file.reason.too-much-inside': 'isi berkas terlalu besar setelah dibuka',
  'file.reason.two-types': 'berkas tersamar sebagai jenis lain',
  'file.reason.damaged': 'isi berkas di penyimpanan berubah',
  'problem.type-refused.text.can-run':
    'Berkas ini dapat menjalankan program, jadi tidak disimpan. Cetak atau ekspor isinya menjadi PDF, lalu unggah PDF-nya.',
  'problem.type-refused.text.macros':
    'Berkas ini berisi makro, jadi tidak disimpan. Simpan ulang tanpa makro (DOCX atau XLSX) atau ekspor menjadi PDF, lalu unggah lagi.',
  'problem.type-refused.text.password':
    'Berkas ini dikunci kata sandi, jadi tidak disimpan. Buka, hapus kata sandinya, lalu unggah lagi.',
  'problem.type-refused.text.broken':
    'Isi berkas ini rusak atau terpotong, jadi tidak disimpan. Buka berkas aslinya, simpan ulang, lalu unggah lagi.',
  'problem.type-refused.text.too-much-inside':
    'Isi berkas ini menjadi sangat besar setelah dibuka, jadi tidak disimpan. Unggah dokumen aslinya satu per satu.',
  'problem.type-refused.text.files-inside':
    'Berkas ini menyimpan berkas lain di dalamnya yang tidak terlihat penilai, jadi tidak disimpan. Simpan ulang tanpa lampiran, lalu unggah tiap lampiran sebagai bukti sendiri.',
  'problem.type-refused.text.not-accepted-here':
    'Instansi Anda tidak menerima jenis berkas ini, jadi tidak disimpan. Ubah ke jenis lain, misalnya PDF, lalu unggah lagi.',
  'problem.type-refused.text.malware':
    'Pemeriksa virus pernah menemukan program berbahaya dalam berkas yang sama persis, jadi tidak disimpan. Jangan buka berkas ini; beri tahu pengelola TI dan unggah berkas yang bersih.',
  'problem.type-refused.text.two-types':
    'Berkas ini berisi dua jenis berkas sekaligus, jadi tidak disimpan. Ekspor ulang menjadi PDF, lalu unggah lagi.',
}
