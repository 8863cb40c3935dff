/** Texts of the answer fields. */
export const answers = {
  'answer.points': 'poin',
  'answer.number': 'Nilai',
  'answer.text': 'Jawaban',
  'answer.range': '{min} sampai {max}',
  'answer.blank': 'belum diisi',
  'answer.rule': 'Cara menghitung',
  'answer.share': '{share}% dari nilai penuh: {points} dari {most} poin',
  'answer.incomplete': 'Lengkapi semua isian di atas supaya jawaban dapat disimpan.',
  'answer.fault.notNumber': 'Tulis angka saja, misalnya 12 atau 3,58.',
  'answer.fault.tooSmall': 'Angka terlalu kecil: paling sedikit {min}, paling besar {max}.',
  'answer.fault.tooLarge': 'Angka terlalu besar: paling sedikit {min}, paling besar {max}.',
  'answer.fault.decimals': 'Paling banyak {decimals} angka di belakang koma.',
}
