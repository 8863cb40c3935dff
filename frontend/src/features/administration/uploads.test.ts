import { beforeEach, expect, it, vi } from 'vitest'
import { anyRejectedFile, serverWith } from '../../../testing/fixtures'
import {
  accessibilityFaults,
  buttonNamed,
  click,
  render,
  settle,
  type,
} from '../../../testing/render'
import { api } from '../../api/client'
import { Problem } from '../../api/problem'
import type { FileChecks, RejectedFile, UploadLimits } from '../../api/types'
import { language } from '../../messages/language'
import UploadsPage from './UploadsPage.vue'

const sha256 = 'ab'.repeat(32)
const limits: UploadLimits = {
  maxFileBytes: null,
  largestFileBytes: 100_000_000,
  ceilingFileBytes: 100_000_000,
  maxTotalBytes: 2_000_000_000,
  usedBytes: 500_000_000,
  types: ['pdf', 'jpg', 'docx'],
  allTypes: ['pdf', 'jpg', 'docx', 'mp4'],
  revision: 4,
}
const fine: FileChecks = {
  scanner: 'ANSWERING',
  waiting: 0,
  tooLargeToScan: 0,
  waitingSince: null,
  database: 27_500,
  toRescan: 0,
  infected: [],
}

function serve(checks: Partial<FileChecks> = {}, rejected: RejectedFile[] = []) {
  vi.spyOn(api, 'get').mockImplementation(
    serverWith({
      '/file-checks': { ...fine, ...checks },
      '/upload-limits': limits,
      '/rejected-uploads': rejected,
    }),
  )
}
const field = (label: RegExp) =>
  [...document.querySelectorAll('label')]
    .filter((it) => label.test(it.textContent ?? ''))
    .map((it) => document.getElementById(it.htmlFor) ?? it.querySelector('input'))[0]!

beforeEach(() => {
  vi.restoreAllMocks()
  language.value = 'id'
})

it('says that files wait while the scanner is silent, and what to do about large ones', async () => {
  serve({
    scanner: 'SILENT',
    waiting: 12,
    tooLargeToScan: 2,
    waitingSince: '2026-11-20T02:00:00Z',
  })

  const { root } = await render(UploadsPage)

  expect(root.querySelector('h1')?.textContent).toContain('12 berkas menunggu diperiksa')
  expect(root.textContent).toContain('tidak menjawab')
  expect(root.textContent).toContain('StreamMaxLength')
  expect(root.textContent).not.toContain('Buka tanpa diperiksa')
  expect(await accessibilityFaults()).toEqual([])
})

it('lists refused files with the unit, the reason and who sent them', async () => {
  serve({}, [anyRejectedFile()])

  const { root } = await render(UploadsPage)

  const row = root.querySelector('tbody tr')!.textContent
  expect(row).toContain('laporan.docm')
  expect(row).toContain('makro')
  expect(row).toContain('Bagian Organisasi')
  expect(row).toContain('Sari')
  expect(await accessibilityFaults()).toEqual([])
})

it('says whether older files have been scanned with the latest signatures', async () => {
  serve()
  const { root } = await render(UploadsPage)
  expect(root.textContent).toContain('diperiksa dengan tanda virus terbaru (27500)')

  serve({ toRescan: 1_200 })
  const { root: running } = await render(UploadsPage)

  expect(running.textContent).toContain('1.200 berkas lama sedang diperiksa ulang')
})

it('names what was found and where, and has it scanned again', async () => {
  serve({
    infected: [
      {
        sha256,
        malware: 'Win.Test.Mark',
        foundAt: '2026-11-20T02:00:00Z',
        database: 27_499,
        size: 2_000,
        uses: [
          {
            evidenceId: 'e1',
            title: 'Notulen',
            unitId: 'u1',
            unitName: 'Dinas A',
            fileName: 'n.docx',
          },
        ],
      },
      {
        sha256: 'cd'.repeat(32),
        malware: 'Doc.Other',
        foundAt: '2026-11-19T02:00:00Z',
        database: null,
        size: 1,
        uses: [],
      },
    ],
  })
  const post = vi.spyOn(api, 'post').mockResolvedValue(undefined as never)

  const { root } = await render(UploadsPage)
  await click(buttonNamed('Periksa lagi berkas abababababab'))

  expect(root.querySelector('h1')?.textContent).toContain('2 berkas berbahaya ditahan')
  expect(root.textContent).toContain('Win.Test.Mark')
  expect(root.textContent).toContain('Dinas A: Notulen')
  expect(root.textContent).toContain('Bukti yang tidak dapat Anda lihat')
  expect(post).toHaveBeenCalledWith(`/file-checks/${sha256}/again`)
  expect(await accessibilityFaults()).toEqual([])
})

it('asks before it opens waiting files without a scan', async () => {
  serve({ scanner: 'OFF', waiting: 3, waitingSince: '2026-11-20T02:00:00Z' })
  const post = vi.spyOn(api, 'post').mockResolvedValue(undefined as never)

  const { root } = await render(UploadsPage)
  await click(buttonNamed('Buka tanpa diperiksa'))
  expect(document.body.textContent).toContain('Buka 3 berkas tanpa diperiksa?')
  expect(post).not.toHaveBeenCalled()
  await click([...document.querySelectorAll('dialog .danger, [role=dialog] .danger')][0]!)

  expect(post).toHaveBeenCalledWith('/file-checks/release')
  expect(root.textContent).toContain('tidak dipasang')
})

it('saves limits in bytes with the revision it has seen', async () => {
  serve()
  const put = vi.spyOn(api, 'put').mockResolvedValue({ ...limits, revision: 5 } as never)

  const { root } = await render(UploadsPage)
  expect(root.textContent).toContain('Terpakai 500 MB dari 2 GB')
  await type(field(/per berkas/), '25.5')
  await click(field(/^\s*MP4/))
  await click(buttonNamed('Simpan'))

  expect(put).toHaveBeenCalledWith(
    '/upload-limits',
    {
      maxFileBytes: 25_500_000,
      maxTotalBytes: 2_000_000_000,
      types: ['pdf', 'jpg', 'docx', 'mp4'],
    },
    { revision: 4 },
  )
})

it('says beside the field what is wrong before it sends anything', async () => {
  serve()
  const put = vi.spyOn(api, 'put')

  await render(UploadsPage)
  await type(field(/per berkas/), '500')
  await type(field(/Jumlah semua/), '-1')
  for (const it of limits.types) await click(field(new RegExp(`^\\s*${it.toUpperCase()}`)))
  await click(buttonNamed('Simpan'))

  expect(put).not.toHaveBeenCalled()
  expect(document.body.textContent).toContain('paling banyak 100 MB')
  expect(document.body.textContent).toContain('Pilih sedikitnya satu jenis berkas')
  expect(await accessibilityFaults()).toEqual([])
})

it('shows what somebody else has set meanwhile', async () => {
  serve()
  const current = { ...limits, maxFileBytes: 10_000_000, revision: 9 }
  vi.spyOn(api, 'put').mockRejectedValue(new Problem('changed-meanwhile', 412, '', { current }))

  await render(UploadsPage)
  await click(buttonNamed('Simpan'))
  await settle()

  expect(document.body.textContent).toContain('10 MB')
  await click(buttonNamed('Pakai yang tersimpan'))
  expect((field(/per berkas/) as HTMLInputElement).value).toBe('10')
})
