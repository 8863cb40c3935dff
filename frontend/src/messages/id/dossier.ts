/** Texts of the page from which dossiers are taken. */
export const dossier = {
  'dossier.title': '{count} dosir final siap diunduh',
  'dossier.title.none': 'Belum ada dosir',
  'dossier.title.noneFinal': '{count} dosir, belum ada yang final',
  'dossier.meta': 'Dosir final berasal dari lembar yang sudah ditutup.',
  'dossier.empty.text':
    'Dosir dibuat dari lembar penilaian. Begitu sebuah unit mulai mengisi lembar, dosirnya dapat diunduh di sini.',
  'dossier.notAllowed': 'Dosir bukan untuk peran Anda',
  'dossier.notAllowed.text':
    'Koordinator unit, TPI, pimpinan, dan administrator dapat mengunduh dosir. Bila Anda memerlukannya, minta administrator menambah peran Anda.',
  'dossier.search': 'Cari unit',
  'dossier.period': 'Periode',
  'dossier.period.all': 'Semua periode',
  'dossier.show': 'Tampilkan',
  'dossier.show.all': 'Semua tahap',
  'dossier.show.final': 'Yang sudah ditutup',
  'dossier.noMatch': 'Tidak ada dosir yang cocok dengan saringan.',
  'dossier.list': 'Dosir unit',
  'dossier.final': 'Final: lembar sudah ditutup dan tidak berubah lagi.',
  'dossier.draft': 'Belum final: lembar belum ditutup, isi dosir masih dapat berubah.',
  'dossier.kind.pdf': 'PDF',
  'dossier.kind.xlsx': 'XLSX',
  'dossier.kind.zip': 'ZIP lengkap',
  'dossier.download': 'Unduh {kind} untuk {unit}',
  'dossier.state.preparing': 'Menyiapkan {kind}…',
  'dossier.state.started': '{kind} sedang diunduh oleh peramban. Lihat daftar unduhan Anda.',
  'dossier.state.startedZip':
    'ZIP sedang dirangkai dan diunduh oleh peramban. Berkas besar dapat perlu beberapa menit; halaman ini boleh ditinggalkan.',
  'dossier.state.failed': '{kind} tidak jadi diunduh. {title}. {text}',
  'dossier.inside': 'Apa isinya',
  'dossier.inside.pdf':
    'Ringkasan nilai dan syarat, lalu lembar lengkap dengan jawaban unit dan putusan TPI. Untuk dicetak dan ditandatangani.',
  'dossier.inside.xlsx': 'Lembar dalam kolom resmi, dengan rumus. Untuk diolah atau disandingkan.',
  'dossier.inside.zip':
    'PDF, XLSX, data JSON, dan semua berkas bukti dalam folder per area, dengan daftar SHA-256 untuk memeriksa keutuhannya tanpa aplikasi ini.',
}
