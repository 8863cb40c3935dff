import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  anyCoordinator,
  anyEvidence,
  anyRejectedFile,
  anySummary,
  anyUses,
  serverWith,
} from '../../../testing/fixtures'
import { accessibilityFaults, buttonNamed, click, render, type } from '../../../testing/render'
import { api } from '../../api/client'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import EvidenceForm from '../../ui/document/EvidenceForm.vue'
import EvidenceRow from '../../ui/document/EvidenceRow.vue'
import UploadRow from '../../ui/document/UploadRow.vue'
import EvidencePage from './EvidencePage.vue'

beforeEach(() => {
  welcome(anyCoordinator())
  vi.spyOn(api, 'all').mockResolvedValue([anySummary()])
})

describe('the evidence library', () => {
  it('lists the evidence of the unit and where each is used', async () => {
    vi.spyOn(api, 'get').mockImplementation(
      serverWith({
        '/evidence/search': {
          items: [{ evidence: anyEvidence(), snippet: null }],
          next: null,
        },
        '/evidence/e1/versions/1/preview': {
          sections: [
            {
              division: 'SHEET',
              name: 'Rencana',
              blocks: [{ text: null, heading: false, rows: [['Target prioritas']] }],
            },
          ],
          isCut: false,
        },
        '/evidence/e1/uses': anyUses(),
      }),
    )
    const { root } = await render(EvidencePage)

    expect(root.textContent).toContain('No. 065/112/ORG · 14 Jan 2026')
    expect(await accessibilityFaults()).toEqual([])

    await click(buttonNamed('Rencana Aksi ZI 2026'))

    const dialog = document.querySelector('dialog')!
    expect(dialog.textContent).toContain('Dipakai di')
    expect(dialog.textContent).toContain('lewat kegiatan Rapat tim')
    expect(dialog.textContent).toContain('Prasyarat: bpk-opinion')
    expect(dialog.querySelector('a[href="/lembar/a1/A.1.a"]')).not.toBeNull()
    expect(dialog.textContent).toContain('Target prioritas')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('tells below the queue which files were refused and why', async () => {
    vi.spyOn(api, 'get').mockImplementation(
      serverWith({
        '/evidence/search': { items: [], next: null },
        '/units/u1/rejected-uploads': [anyRejectedFile()],
      }),
    )

    const { root } = await render(EvidencePage)

    const refused = root.querySelector('details')!
    expect(refused.querySelector('summary')?.textContent).toBe(
      '1 berkas ditolak dalam 30 hari terakhir',
    )
    expect(refused.textContent).toContain('laporan.docm')
    expect(refused.textContent).toContain('makro')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('lets unused evidence be deleted with a reason, and shows what was', async () => {
    const unused = anyEvidence({ links: [] })
    vi.spyOn(api, 'get').mockImplementation(
      serverWith({
        '/evidence/search': { items: [{ evidence: unused, snippet: null }], next: null },
        '/kept-evidence': { items: [], next: null },
      }),
    )
    const post = vi.spyOn(api, 'post').mockResolvedValue(undefined)
    const { root } = await render(EvidencePage)

    await click(buttonNamed(unused.title))
    await click(buttonNamed('Hapus bukti'))
    await type(document.querySelector('#keeping-reason')!, 'Salah unggah')
    await click(
      buttonNamed('Hapus bukti', document.querySelector('#keeping-form')!.closest('dialog')!),
    )

    const [path, body, options] = post.mock.calls[0]!
    expect(path).toBe('/evidence/e1/removal')
    expect(body).toEqual({ reason: 'Salah unggah' })
    expect(options).toEqual({ revision: unused.revision })

    const show = [...root.querySelectorAll('select')].at(-1)!
    show.selectedIndex = 1
    show.dispatchEvent(new Event('change'))
    await vi.waitFor(() => expect(root.textContent).toContain('Tidak ada bukti terhapus'))
    expect(await accessibilityFaults()).toEqual([])
  })

  it('unlinks one place and leaves the others', async () => {
    const left = anyEvidence({ links: [] })
    vi.spyOn(api, 'get').mockImplementation(
      serverWith({
        '/evidence/search': { items: [{ evidence: anyEvidence(), snippet: null }], next: null },
        '/evidence/e1/uses': anyUses(),
      }),
    )
    const unlink = vi.spyOn(api, 'delete').mockResolvedValue(left)
    await render(EvidencePage)
    await click(buttonNamed('Rencana Aksi ZI 2026'))

    await click(buttonNamed('Lepaskan dari A.1.a'))

    expect(unlink.mock.calls[0]?.[0]).toBe('/evidence/e1/links/a1/A.1.a')
  })

  it('says what to do when there is none', async () => {
    vi.spyOn(api, 'get').mockImplementation(
      serverWith({ '/evidence/search': { items: [], next: null } }),
    )

    const { root } = await render(EvidencePage)

    expect(root.textContent).toContain('Unit ini belum memiliki bukti')
  })
})

describe('an evidence', () => {
  it('in quarantine says why', async () => {
    const [version] = anyEvidence().versions
    const evidence = anyEvidence({
      versions: [{ ...version!, state: 'QUARANTINED', reason: 'broken' }],
    })

    const { root } = await render(EvidenceRow, { evidence })

    expect(root.textContent).toContain('Karantina: isi berkas rusak')
  })

  it('with dates that disagree is to be checked', async () => {
    const { root } = await render(EvidenceRow, {
      evidence: anyEvidence({ warnings: ['dates-disagree'] }),
    })

    expect(root.textContent).toContain('Perlu dicek')
    expect(root.textContent).toContain('periksa tanggal')
  })

  it('gets its details saved with the revision they started from', async () => {
    const put = vi.spyOn(api, 'put').mockResolvedValue(anyEvidence({ revision: 2 }))
    const { root } = await render(EvidenceForm, { evidence: anyEvidence() })
    expect(await accessibilityFaults()).toEqual([])

    await type(root.querySelector('#evidence-signer')!, 'Sekretaris Daerah')
    await click(buttonNamed('Simpan'))

    const [path, body, options] = put.mock.calls[0]!
    expect(path).toBe('/evidence/e1')
    expect(body).toMatchObject({ signer: 'Sekretaris Daerah', activityDate: null })
    expect(options).toEqual({ revision: 1 })
  })

  it('is not saved without a title, and the error leads to the field', async () => {
    const put = vi.spyOn(api, 'put')
    const { root } = await render(EvidenceForm, { evidence: anyEvidence() })

    await type(root.querySelector('#evidence-title')!, ' ')
    await click(buttonNamed('Simpan'))

    expect(put).not.toHaveBeenCalled()
    expect(document.activeElement?.textContent).toContain('Judul wajib diisi')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('that was refused says what to do and is not sent again', async () => {
    const item = {
      key: 1,
      file: new File(['x'], 'data.xlsm'),
      target: { unitId: 'u1' },
      state: 'failed',
      address: null,
      sent: 0,
      speed: 0,
      problem: new Problem('type-refused', 415, '', { reason: 'macros' }),
    }

    const { root } = await render({
      components: { UploadRow },
      data: () => ({ item }),
      template: '<ul><UploadRow :item="item" /></ul>',
    })

    expect(root.textContent).toContain('berisi makro')
    expect([...root.querySelectorAll('button')].map((it) => it.textContent?.trim())).toEqual([
      'Tutup',
    ])
    expect(await accessibilityFaults()).toEqual([])
  })
})
