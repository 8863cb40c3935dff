import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anyEvidence, serverWith } from '../../../testing/fixtures'
import { accessibilityFaults, buttonNamed, click, render, type } from '../../../testing/render'
import { withRoles } from '../../../testing/reviews'
import { api } from '../../api/client'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import type { FileIntegrity, KeptEvidence } from '../../api/types'
import { toasts } from '../../ui/toasts'
import IntegrityPage from './IntegrityPage.vue'

const report = (changes: Partial<FileIntegrity> = {}): FileIntegrity => ({
  running: null,
  last: {
    startedAt: '2026-11-20T02:00:00Z',
    finishedAt: '2026-11-20T02:41:00Z',
    files: 326,
    bytes: 41_000_000,
    damaged: 0,
    missing: 0,
  },
  next: '2026-11-27T02:00:00Z',
  recorded: 326,
  alarmCount: 0,
  alarms: [],
  orphanCount: 0,
  orphans: [],
  ...changes,
})
const removed = (changes: Partial<KeptEvidence> = {}): KeptEvidence => ({
  id: 'e1',
  unitId: 'u1',
  unitName: 'Dinas Kesehatan',
  title: 'Notulen lama',
  fileName: 'Notulen.pdf',
  size: 20_000,
  state: 'REMOVED',
  purgeableFrom: '2031-11-20T02:41:00Z',
  heldBecause: null,
  history: [{ kind: 'REMOVED', by: 'Siti', at: '2026-11-20T02:41:00Z', reason: 'Salah unggah' }],
  may: ['RESTORE_EVIDENCE', 'HOLD_EVIDENCE'],
  ...changes,
})
const server = (integrity: FileIntegrity, kept: KeptEvidence[] = []) =>
  serverWith({
    '/file-integrity': integrity,
    '/kept-evidence': { items: kept, next: null },
    '/evidence': { items: [anyEvidence()], next: null },
  })

beforeEach(() => {
  welcome(withRoles('INSTITUTION_ADMIN'))
})

describe('the check of the files', () => {
  it('says that everything is whole, and when that was seen', async () => {
    vi.spyOn(api, 'get').mockImplementation(server(report()))

    const { root } = await render(IntegrityPage)

    expect(root.querySelector('h1')?.textContent).toBe('326 berkas bukti utuh')
    expect(root.textContent).toContain('berikutnya 27 Nov 2026')
    expect(root.textContent).toContain('Tidak ada bukti terhapus')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('names damaged evidence, but not what the administrator may not see', async () => {
    const alarm = { sha256: 'ab'.repeat(32), size: 2_000, foundAt: '2026-11-20T02:41:00Z' }
    const use = {
      evidenceId: 'e1',
      title: 'SK Tim Kerja',
      fileName: 'SK.pdf',
      unitId: 'u1',
      unitName: 'Dinas Kesehatan',
    }
    const integrity = report({
      alarmCount: 2,
      alarms: [
        { ...alarm, kind: 'DAMAGED', uses: [use], hiddenUses: 0 },
        { ...alarm, sha256: 'cd'.repeat(32), kind: 'MISSING', uses: [], hiddenUses: 1 },
      ],
      orphanCount: 1,
      orphans: [{ kind: 'BYTES', id: 'sha256/ab/abc', size: 10, seenAt: '2026-11-20T02:41:00Z' }],
    })
    vi.spyOn(api, 'get').mockImplementation(server(integrity))

    const { root } = await render(IntegrityPage)

    expect(root.querySelector('h1')?.textContent).toBe('2 berkas bukti rusak atau hilang')
    expect(root.textContent).toContain('SK Tim Kerja')
    expect(root.textContent).toContain('Rusak')
    expect(root.textContent).toContain('yang tidak dapat Anda lihat')
    expect(root.textContent).toContain('isi tanpa catatan')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('can be asked for, and shows how far it is', async () => {
    vi.spyOn(api, 'get')
      .mockImplementationOnce(server(report()))
      .mockImplementation(
        server(
          report({ running: { startedAt: '2026-11-21T02:00:00Z', files: 12, bytes: 9_000_000 } }),
        ),
      )
    const post = vi.spyOn(api, 'post').mockResolvedValue(undefined)
    const { root } = await render(IntegrityPage)

    await click(buttonNamed('Periksa sekarang'))

    expect(post).toHaveBeenCalledWith('/file-integrity/sweeps')
    expect(root.querySelector('[role=status]')?.textContent).toContain('12 dari 326 berkas')
    expect(buttonNamed('Periksa sekarang').disabled).toBe(true)
  })
})

describe('deleted evidence', () => {
  it('tells who deleted it when and why, and comes back with a reason', async () => {
    vi.spyOn(api, 'get').mockImplementation(server(report(), [removed()]))
    const post = vi.spyOn(api, 'post').mockResolvedValue(anyEvidence())
    const { root } = await render(IntegrityPage)
    expect(root.textContent).toContain('Dihapus Siti')
    expect(root.textContent).toContain('Salah unggah')
    expect(root.textContent).toContain('Boleh dimusnahkan mulai 20 Nov 2031')
    expect(root.textContent).not.toContain('Musnahkan')

    await click(buttonNamed('Kembalikan Notulen lama'))
    await click(buttonNamed('Kembalikan', document.querySelector('dialog')!))
    expect(post).not.toHaveBeenCalled()
    expect(document.activeElement?.textContent).toContain('Alasan wajib diisi')
    expect(await accessibilityFaults()).toEqual([])

    await type(document.querySelector('#keeping-reason')!, 'Ternyata perlu')
    await click(buttonNamed('Kembalikan', document.querySelector('dialog')!))
    expect(post).toHaveBeenCalledWith('/evidence/e1/restoration', { reason: 'Ternyata perlu' })
    expect(toasts.value.at(-1)?.text).toBe('Notulen lama dikembalikan')
  })

  it('is destroyed only after a warning, and a refusal is explained', async () => {
    const old = removed({ may: ['PURGE_EVIDENCE'] })
    vi.spyOn(api, 'get').mockImplementation(server(report(), [old]))
    vi.spyOn(api, 'post').mockRejectedValue(
      new Problem('evidence-held', 409, '', { because: 'Pemeriksaan BPK' }),
    )
    await render(IntegrityPage)

    await click(buttonNamed('Musnahkan Notulen lama'))
    const dialog = document.querySelector('dialog')!
    expect(dialog.textContent).toContain('hilang untuk selamanya')
    await type(document.querySelector('#keeping-reason')!, 'Masa simpan berakhir')
    await click(buttonNamed('Musnahkan', dialog))

    expect(dialog.textContent).toContain('Administrator menahan bukti ini (Pemeriksaan BPK)')
  })

  it('and evidence in use are held', async () => {
    vi.spyOn(api, 'get').mockImplementation(server(report()))
    const post = vi.spyOn(api, 'post').mockResolvedValue(removed())
    await render(IntegrityPage)

    await click(buttonNamed('Tahan bukti'))
    await type(document.querySelector('#hold-words')!, 'Rencana')
    await click(buttonNamed('Cari'))
    expect(await accessibilityFaults()).toEqual([])
    await type(document.querySelector('#keeping-reason')!, 'Pemeriksaan BPK')
    await click(buttonNamed('Tahan', document.querySelector('dialog')!))

    expect(post).toHaveBeenCalledWith('/evidence/e1/hold', { reason: 'Pemeriksaan BPK' })
  })
})
