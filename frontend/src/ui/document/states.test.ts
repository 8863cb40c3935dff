import { expect, it } from 'vitest'
import { accessibilityFaults, render } from '../../../testing/render'
import type { Evidence, EvidenceVersion } from '../../api/types'
import EvidenceViewer from './EvidenceViewer.vue'

function evidenceWith(version: Partial<EvidenceVersion>): Evidence {
  return {
    id: 'e1',
    unitId: 'u1',
    title: 'Notulen',
    docType: null,
    number: null,
    documentDate: null,
    activityDate: null,
    periodFrom: null,
    periodUntil: null,
    validFrom: null,
    validUntil: null,
    signer: null,
    confidentiality: 'internal',
    readers: [],
    note: null,
    revision: 1,
    versions: [
      {
        number: 1,
        fileName: 'notulen.pdf',
        size: 1000,
        mediaType: 'application/pdf',
        sha256: 'ab'.repeat(32),
        state: 'CHECKING',
        reason: null,
        by: null,
        at: '2026-11-20T02:00:00Z',
        ...version,
      },
    ],
    links: [],
    warnings: [],
    may: [],
  }
}

it.each([
  [{ state: 'CHECKING', reason: null }, 'Biasanya selesai dalam beberapa detik'],
  [{ state: 'CHECKING', reason: 'scanner-unreachable' }, 'tidak perlu mengunggah ulang'],
  [{ state: 'CHECKING', reason: 'too-large-to-scan' }, 'terlalu besar untuk pemeriksa'],
  [
    { state: 'QUARANTINED', reason: 'malware', malware: 'Win.Test.Mark' },
    'Pemeriksa virus menemukan Win.Test.Mark',
  ],
  [{ state: 'QUARANTINED', reason: 'broken' }, 'Unggah lagi berkas yang sama'],
] as const)('explains %o and offers no way to open the file', async (version, words) => {
  const { root } = await render(EvidenceViewer, { evidence: evidenceWith(version) })

  expect(root.textContent).toContain(words)
  expect(root.textContent).not.toContain('Unduh')
  expect(await accessibilityFaults()).toEqual([])
})
