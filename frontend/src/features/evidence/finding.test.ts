import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anyCoordinator, anyEvidence, anySummary, serverWith } from '../../../testing/fixtures'
import { accessibilityFaults, buttonNamed, click, render, type } from '../../../testing/render'
import { api } from '../../api/client'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import EvidenceViewer from '../../ui/document/EvidenceViewer.vue'
import EvidencePage from './EvidencePage.vue'

beforeEach(() => {
  welcome(anyCoordinator())
  vi.spyOn(api, 'all').mockResolvedValue([anySummary()])
})

describe('search', () => {
  it('shows where in the file the words stand', async () => {
    const snippet = {
      text: 'menetapkan tim kerja <b>baru</b>',
      marks: [{ start: 11, end: 14 }],
    }
    const get = vi.spyOn(api, 'get').mockImplementation(
      serverWith({
        '/evidence/search': { items: [{ evidence: anyEvidence(), snippet }], next: null },
      }),
    )
    const { root } = await render(EvidencePage)

    await type(root.querySelector('input[type=search]')!, 'tim')
    await vi.waitFor(() => {
      const query = get.mock.calls.at(-1)![1]!.query!
      expect(query.q).toBe('tim')
    })
    await vi.waitFor(() => expect(root.textContent).toContain('1 bukti ditampilkan'))

    expect(root.querySelector('mark')!.textContent).toBe('tim')
    // What stands in a file is text, whatever it looks like.
    expect(root.querySelector('.snippet b')).toBeNull()
    expect(root.querySelector('.snippet')!.textContent).toContain('<b>baru</b>')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('by state, period and question is asked of the server, and nothing found says what to do', async () => {
    const get = vi
      .spyOn(api, 'get')
      .mockImplementation(serverWith({ '/evidence/search': { items: [], next: null } }))
    const { root } = await render(EvidencePage)
    const select = (value: string) =>
      [...root.querySelectorAll('select')].find((it) =>
        [...it.options].some((option) => option.value === value),
      )!

    await type(select('QUARANTINED'), 'QUARANTINED')
    await type(select('p1'), 'p1')

    expect(get.mock.calls.at(-1)![1]!.query).toMatchObject({ state: 'QUARANTINED', period: 'p1' })
    expect(root.textContent).toContain('Tidak ada bukti yang cocok')

    await click(buttonNamed('Hapus saringan'))

    expect(get.mock.calls.at(-1)![1]!.query).toMatchObject({ state: '', period: '' })
    expect(await accessibilityFaults()).toEqual([])
  })
})

describe('the viewer', () => {
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const withType = (mediaType: string) =>
    anyEvidence({ versions: [{ ...anyEvidence().versions[0]!, mediaType }] })

  it('draws what the server read in a document as text and tables, never as markup', async () => {
    vi.spyOn(api, 'get').mockImplementation(
      serverWith({
        '/evidence/e1/versions/1/preview': {
          sections: [
            {
              division: 'BODY',
              name: '',
              blocks: [
                { text: 'Notulen <script>alert(1)</script>', heading: true, rows: null },
                {
                  text: null,
                  heading: false,
                  rows: [
                    ['No', 'Nama'],
                    ['1', 'Ani'],
                  ],
                },
              ],
            },
          ],
          isCut: true,
        },
      }),
    )

    const { root } = await render(EvidenceViewer, { evidence: withType(docx) })

    expect(root.querySelector('script')).toBeNull()
    expect(root.textContent).toContain('Notulen <script>alert(1)</script>')
    expect([...root.querySelectorAll('td')].map((it) => it.textContent)).toEqual([
      'No',
      'Nama',
      '1',
      'Ani',
    ])
    expect(root.textContent).toContain('Hanya bagian awal yang ditampilkan')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('shows one sheet of a workbook at a time', async () => {
    const sheet = (name: string) => ({
      division: 'SHEET',
      name,
      blocks: [{ text: null, heading: false, rows: [[`isi ${name}`]] }],
    })
    vi.spyOn(api, 'get').mockImplementation(
      serverWith({
        '/evidence/e1/versions/1/preview': {
          sections: [sheet('Januari'), sheet('Februari')],
          isCut: false,
        },
      }),
    )
    const { root } = await render(EvidenceViewer, { evidence: withType(docx) })
    expect(root.textContent).toContain('isi Januari')

    await type(root.querySelector('.sheets select')!, '1')

    expect(root.textContent).toContain('isi Februari')
    expect(root.textContent).not.toContain('isi Januari')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says what to do when a document cannot be read', async () => {
    vi.spyOn(api, 'get').mockRejectedValue(new Problem('unreadable-document', 422))

    const { root } = await render(EvidenceViewer, { evidence: withType(docx) })

    expect(root.textContent).toContain('Dokumen tidak dapat ditampilkan')
    expect(await accessibilityFaults()).toEqual([])
  })
})
