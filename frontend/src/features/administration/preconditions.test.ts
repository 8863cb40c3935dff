import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anyEvidence, plainCalendar, serverWith } from '../../../testing/fixtures'
import { accessibilityFaults, buttonNamed, click, render, type } from '../../../testing/render'
import { withRoles } from '../../../testing/reviews'
import { api } from '../../api/client'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import type {
  AskedPrecondition,
  Period,
  PreconditionRecord,
  PreconditionRecords,
  PreconditionTerms,
} from '../../api/types'
import { toasts } from '../../ui/toasts'
import { blankRecord } from './preconditions'
import PreconditionsPage from './PreconditionsPage.vue'

const period: Period = {
  id: 'p1',
  name: 'Periode 2026',
  year: 2026,
  instrumentId: 'contoh',
  instrumentVersion: '1',
  instrumentTitle: 'Instrumen contoh',
  opensOn: null,
  unitDeadline: null,
  reviewDeadline: null,
  nominationDeadline: null,
  ...plainCalendar,
  revision: 2,
}
const opinion: AskedPrecondition = {
  id: 'opinion',
  label: 'Opini',
  scope: 'institution',
  kind: 'choice',
  choices: ['WTP', 'WDP'],
  acceptedByInstrument: ['WTP'],
  accepted: ['WTP'],
  asked: true,
  peopleJudge: false,
  source: 'Pengumuman 2024',
  verified: true,
  note: null,
}
const findings: AskedPrecondition = {
  ...opinion,
  id: 'findings',
  label: 'Temuan ditindaklanjuti',
  scope: 'unit',
  kind: 'yes-no',
  choices: [],
  acceptedByInstrument: [],
  accepted: [],
  verified: false,
}
const letter: AskedPrecondition = {
  ...findings,
  id: 'letter',
  label: 'Surat usulan',
  kind: 'text',
  peopleJudge: true,
}
const terms: PreconditionTerms = {
  instrumentId: 'contoh',
  instrumentVersion: '1',
  instrumentTitle: 'Instrumen contoh',
  wbk: [opinion, findings],
  wbbm: [opinion, letter],
  revision: 4,
}
const recorded = (id: string, value: string, revision = 1): PreconditionRecord => ({
  ...blankRecord(id),
  value,
  number: '12/LHP/2026',
  by: { id: 'x', name: 'Dian' },
  at: '2026-11-20T02:41:00Z',
  revision,
})
const records = (): PreconditionRecords => ({
  institution: [recorded('opinion', 'WDP')],
  units: [
    {
      unitId: 'u1',
      parentId: null,
      name: 'Bagian Hukum',
      shortName: 'Hukum',
      records: [recorded('findings', 'Ya', 3), recorded('letter', 'Surat 5', 1)],
    },
    { unitId: 'u2', parentId: null, name: 'Bagian Umum', shortName: 'Umum', records: [] },
  ],
})

function serve(changes: Record<string, unknown> = {}) {
  vi.spyOn(api, 'get').mockImplementation(
    serverWith({
      '/periods': [period],
      '/periods/p1/preconditions': terms,
      '/periods/p1/preconditions/records': records(),
      '/periods/p1/preconditions/institution/opinion': {
        current: recorded('opinion', 'WDP'),
        history: [recorded('opinion', 'WDP')],
      },
      '/periods/p1/preconditions/units/u2/letter': {
        current: blankRecord('letter'),
        history: [],
      },
      '/evidence': { items: [anyEvidence({ id: 'e1', title: 'LHP BPK' })], next: null },
      ...changes,
    }),
  )
}
const dialog = () => document.querySelector('dialog')!
const cell = (name: string) =>
  document.querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`)!

beforeEach(() => welcome(withRoles('INSTITUTION_ADMIN')))

describe('the page of preconditions', () => {
  it('shows what is recorded for the institution and for each unit', async () => {
    serve()

    const { root } = await render(PreconditionsPage)

    expect(root.querySelector('h1')?.textContent).toBe(
      '3 dari 5 prasyarat Periode 2026 sudah dicatat',
    )
    expect(root.textContent).toContain('WBK: belum terpenuhi')
    expect(root.textContent).toContain('No. 12/LHP/2026')
    expect(cell('Temuan ditindaklanjuti untuk Bagian Hukum').value).toBe('Ya')
    expect(cell('Temuan ditindaklanjuti untuk Bagian Umum').value).toBe('')
    expect(root.textContent).toContain('2/2')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('saves a choice in the table at once and keeps its document', async () => {
    serve()
    const put = vi.spyOn(api, 'put').mockResolvedValue(recorded('findings', 'Tidak', 4))
    await render(PreconditionsPage)

    await type(cell('Temuan ditindaklanjuti untuk Bagian Hukum'), 'Tidak')

    expect(put.mock.calls[0]).toEqual([
      '/periods/p1/preconditions/units/u1/findings',
      { value: 'Tidak', number: '12/LHP/2026', date: null, note: null, evidenceId: null },
      { revision: 3 },
    ])
    expect(cell('Temuan ditindaklanjuti untuk Bagian Hukum').value).toBe('Tidak')
  })

  it('shows what somebody else recorded meanwhile instead of overwriting it', async () => {
    serve()
    const current = recorded('findings', 'Tidak', 1)
    vi.spyOn(api, 'put').mockRejectedValue(new Problem('changed-meanwhile', 412, '', { current }))
    await render(PreconditionsPage)

    await type(cell('Temuan ditindaklanjuti untuk Bagian Umum'), 'Ya')

    expect(cell('Temuan ditindaklanjuti untuk Bagian Umum').value).toBe('Tidak')
    expect(toasts.value.at(-1)?.text).toContain('Orang lain baru saja mengubahnya')
  })

  it('records for the institution with document and evidence, and shows the history', async () => {
    serve()
    const put = vi.spyOn(api, 'put').mockResolvedValue(recorded('opinion', 'WTP', 2))
    const { root } = await render(PreconditionsPage)

    await click(buttonNamed('Catat Opini'))
    expect(dialog().textContent).toContain('WBK: WTP')
    expect(dialog().textContent).toContain('Riwayat catatan')
    expect(await accessibilityFaults()).toEqual([])
    await type(document.querySelector('#record-value')!, 'WTP')
    await type(document.querySelector('#record-evidenceId')!, 'e1')
    await click(buttonNamed('Simpan', dialog()))

    expect(put.mock.calls[0]?.[1]).toMatchObject({ value: 'WTP', evidenceId: 'e1' })
    expect(put.mock.calls[0]?.[2]).toEqual({ revision: 1 })
    expect(root.textContent).toContain('WBK: terpenuhi')
  })

  it('asks whether a text fulfils the precondition', async () => {
    serve()
    const put = vi.spyOn(api, 'put').mockResolvedValue(recorded('letter', 'Surat 7'))
    await render(PreconditionsPage)

    await click(buttonNamed('Rincian Surat usulan untuk Bagian Umum'))
    await type(document.querySelector('#record-value')!, 'Surat 7')
    await click(buttonNamed('Simpan', dialog()))
    expect(dialog().textContent).toContain('Katakan apakah ini memenuhi prasyarat')
    await type(document.querySelector('#record-fulfilled')!, 'yes')
    await click(buttonNamed('Simpan', dialog()))

    expect(put.mock.calls[0]?.[1]).toMatchObject({ value: 'Surat 7', fulfilled: true })
  })

  it('lets a year accept other values and ask for less', async () => {
    serve()
    const put = vi.spyOn(api, 'put').mockResolvedValue(terms)
    await render(PreconditionsPage)

    await click(buttonNamed('Atur yang diminta'))
    expect(await accessibilityFaults()).toEqual([])
    const boxes = [...dialog().querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
    await click(boxes[2]!)
    await click(boxes[3]!)
    expect(dialog().textContent).toContain('berbeda dari instrumen')
    await click(buttonNamed('Simpan', dialog()))

    expect(put.mock.calls[0]).toEqual([
      '/periods/p1/preconditions',
      {
        wbk: {
          opinion: { asked: true, accepted: ['WTP', 'WDP'] },
          findings: { asked: false, accepted: null },
        },
        wbbm: {},
      },
      { revision: 4 },
    ])
  })

  it('does not accept a precondition that nothing fulfils', async () => {
    serve()
    const put = vi.spyOn(api, 'put')
    await render(PreconditionsPage)

    await click(buttonNamed('Atur yang diminta'))
    const boxes = [...dialog().querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
    await click(boxes[1]!)
    await click(buttonNamed('Simpan', dialog()))

    expect(dialog().textContent).toContain('pilih sedikitnya satu nilai yang diterima')
    expect(put).not.toHaveBeenCalled()
  })

  it('finds units and shows only the incomplete ones', async () => {
    serve()
    const { root } = await render(PreconditionsPage)

    await click(root.querySelector('input[type=checkbox]')!)
    expect(root.querySelector('tbody')?.textContent).not.toContain('Hukum')
    await type(root.querySelector('input[type=search]')!, 'tiada')

    expect(root.textContent).toContain('Tidak ada unit yang cocok')
  })

  it('says that an instrument asks for nothing', async () => {
    serve({
      '/periods/p1/preconditions': { ...terms, wbk: [], wbbm: [] },
    })

    const { root } = await render(PreconditionsPage)

    expect(root.querySelector('h1')?.textContent).toBe(
      'Instrumen Periode 2026 tidak meminta prasyarat',
    )
    expect(await accessibilityFaults()).toEqual([])
  })
})
