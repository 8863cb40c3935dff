import { reactive, toRaw, watch } from 'vue'
import { api } from '../../api/client'
import { Problem, problemOf } from '../../api/problem'
import type { Evidence, Proposal } from '../../api/types'
import { dismissUpload, enqueue, onUploaded, uploads } from '../../ui/document/uploads'
import type { FoundFile } from './folder'

/** One line of the table: what a file seems to be, and what a person made of it. */
export interface ImportRow {
  key: number
  file: FoundFile
  sha256: string | null
  proposal: Proposal
  include: boolean
  code: string
  docType: string
  date: string
}

export function rowOf(
  key: number,
  file: FoundFile,
  sha256: string | null,
  proposal: Proposal,
): ImportRow {
  const isLinked = proposal.existing !== null && isProved(proposal, proposal.code ?? '')
  return {
    key,
    file,
    sha256,
    proposal,
    include: proposal.leaveOut === null && !isLinked,
    code: proposal.code ?? '',
    docType: proposal.docType ?? '',
    date: proposal.date ?? '',
  }
}

/** Whether the unit has the file and there is nothing left to link. */
function isProved(proposal: Proposal, code: string): boolean {
  return proposal.existing !== null && (code === '' || proposal.existing.codes.includes(code))
}

/** Whether a person should look at a row before it is brought in. */
export function needsALook(row: ImportRow): boolean {
  if (row.proposal.leaveOut !== null || row.code !== (row.proposal.code ?? '')) return false
  return row.proposal.certainty !== 'CERTAIN'
}

export interface ImportTarget {
  unitId: string
  assessmentId: string | null
}

/** An import under way; it goes on when the page is left. */
export interface ImportRun {
  total: number
  done: number
  /** Files that were there already and only got linked. */
  linked: number
  failed: { row: ImportRow; problem: Problem }[]
  isRunning: boolean
}

const atOnce = 4

export function startImport(rows: readonly ImportRow[], target: ImportTarget): ImportRun {
  const run = reactive<ImportRun>({
    total: rows.length,
    done: 0,
    linked: 0,
    failed: [],
    isRunning: true,
  })
  void work(rows, target, run)
  return run
}

async function work(rows: readonly ImportRow[], target: ImportTarget, run: ImportRun) {
  // The same content is sent once: whoever comes later waits for the first and links what it became.
  const sending = new Map<string, Promise<Evidence>>()
  const waiting = [...rows]
  async function next(): Promise<void> {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      try {
        await bring(row, target, run, sending)
        run.done++
      } catch (error) {
        run.failed.push({ row, problem: problemOf(error) })
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  run.isRunning = false
}

async function bring(
  row: ImportRow,
  target: ImportTarget,
  run: ImportRun,
  sending: Map<string, Promise<Evidence>>,
): Promise<void> {
  const existing = row.proposal.existing
  if (existing) {
    await link(existing.id, row, target)
    run.linked++
    return
  }
  const same = row.sha256 && sending.get(row.sha256)
  if (same) {
    await link((await same).id, row, target)
    run.linked++
    return
  }
  const sent = send(row, target)
  if (row.sha256) {
    sending.set(row.sha256, sent)
    sent.catch(() => sending.delete(row.sha256!))
  }
  await sent
}

async function link(id: string, row: ImportRow, { assessmentId }: ImportTarget): Promise<void> {
  if (!row.code || !assessmentId) return
  await api.put(`/evidence/${id}/links/${assessmentId}/${encodeURIComponent(row.code)}`)
}

async function send(row: ImportRow, target: ImportTarget): Promise<Evidence> {
  let file: File
  try {
    file = await row.file.open()
  } catch (error) {
    throw new Problem('unreadable-file', 0, String(error))
  }
  const { evidence, alreadyThere } = await uploaded(file, row, target)
  return alreadyThere ? evidence : describe(evidence, row)
}

/** Sends the file by the one queue and waits for what becomes of it. */
function uploaded(file: File, row: ImportRow, target: ImportTarget) {
  return new Promise<{ evidence: Evidence; alreadyThere: boolean }>((done, failed) => {
    const mine = () => uploads.find((it) => toRaw(it.file) === file)
    const stop = onUploaded((item) => {
      if (toRaw(item.file) !== file || !item.evidence) return
      end()
      dismissUpload(item.key)
      done({ evidence: item.evidence, alreadyThere: item.alreadyThere })
    })
    enqueue([file], {
      unitId: target.unitId,
      ...(row.code && target.assessmentId
        ? { assessmentId: target.assessmentId, code: row.code }
        : {}),
    })
    const unwatch = watch(
      () => mine()?.state,
      (state) => {
        if (state !== undefined && state !== 'failed') return
        const item = mine()
        end()
        if (item) dismissUpload(item.key)
        failed(item?.problem ?? new Problem('cancelled', 0))
      },
      { flush: 'sync' },
    )
    function end() {
      stop()
      unwatch()
    }
  })
}

/** What the person confirmed is written to the evidence; the file's name is only a first title. */
async function describe(evidence: Evidence, row: ImportRow): Promise<Evidence> {
  // Everything else stays as the server has set it.
  const wanted = {
    ...evidence,
    title: row.proposal.title,
    docType: row.docType || null,
    documentDate: row.date || null,
  }
  const isTheSame =
    wanted.title === evidence.title &&
    wanted.docType === evidence.docType &&
    wanted.documentDate === evidence.documentDate
  if (isTheSame) return evidence
  return api.put<Evidence>(`/evidence/${evidence.id}`, wanted, { revision: evidence.revision })
}
