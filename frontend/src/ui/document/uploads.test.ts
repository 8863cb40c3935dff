import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anyCoordinator, anyEvidence } from '../../../testing/fixtures'
import { accessibilityFaults, buttonNamed, click, render, settle } from '../../../testing/render'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import { upload, withdraw, type Received, type Way } from '../../api/upload'
import UnfinishedUploads from './UnfinishedUploads.vue'
import UploadRow from './UploadRow.vue'
import { forget, remember, unfinished } from './unfinished'
import { cancel, enqueue, pause, retry, uploads } from './uploads'

vi.mock('../../api/upload')

/** The line to the server as these tests pull its strings. */
interface Line {
  file: Blob
  way: Way
  arrive(received: Received): void
  breakWith(problem: Problem): void
}
let lines: Line[] = []

beforeEach(() => {
  vi.useRealTimers()
  welcome(anyCoordinator())
  lines = []
  ;[...uploads].forEach((it) => cancel(it.key))
  forget('/api/uploads/1')
  vi.mocked(withdraw).mockReset().mockResolvedValue()
  vi.mocked(upload)
    .mockReset()
    .mockImplementation((file, way) => {
      let arrive: Line['arrive'] = () => undefined
      let breakWith: Line['breakWith'] = () => undefined
      const done = new Promise<Received>((resolve, reject) => {
        arrive = resolve
        breakWith = reject
      })
      lines.push({ file, way, arrive, breakWith })
      return { done, pause: () => breakWith(new Problem('cancelled', 0)) }
    })
})

const target = { unitId: 'u1', assessmentId: 'a1', code: 'A.1.a' }
const anyFile = (name = 'SK.pdf') => new File(['x'.repeat(1000)], name, { lastModified: 5 })
const rowOf = () =>
  render({
    components: { UploadRow },
    setup: () => ({ uploads }),
    template: '<ul><UploadRow v-for="it in uploads" :key="it.key" :item="it" /></ul>',
  })
const noticeOf = () => render(UnfinishedUploads, { concerns: () => true })

/** What a page leaves in the browser that was closed while it sent a file. */
const leaveBehind = (file: File, sent: number) => remember('/api/uploads/1', file, target, sent)

describe('a file on its way', () => {
  it('says how fast it goes and how long it takes', async () => {
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    enqueue([new File(['x'.repeat(100_000)], 'SK.pdf')], target)
    lines[0]!.way.onProgress(20_000)
    now = 1000
    lines[0]!.way.onProgress(21_000)

    const { root } = await rowOf()

    expect(root.textContent).toContain('1 kB/detik · sisa 1 mnt')
    expect(lines[0]!.way.metadata).toEqual({
      filename: 'SK.pdf',
      unit: 'u1',
      assessment: 'a1',
      question: 'A.1.a',
    })
    expect(await accessibilityFaults()).toEqual([])
    vi.restoreAllMocks()
  })

  it('pauses and goes on from where it was', async () => {
    enqueue([anyFile()], target)
    lines[0]!.way.onAddress('/api/uploads/1')
    lines[0]!.way.onProgress(400)
    const { root } = await rowOf()

    expect(unfinished.value).toMatchObject([{ address: '/api/uploads/1', name: 'SK.pdf' }])
    await click(buttonNamed(/^Jeda/))
    expect(root.textContent).toContain('dijeda')
    expect(await accessibilityFaults()).toEqual([])
    await click(buttonNamed(/^Lanjutkan/))

    expect(lines).toHaveLength(2)
    expect(lines[1]!.way.address).toBe('/api/uploads/1')
    lines[1]!.arrive({ evidence: anyEvidence(), alreadyThere: false })
    await settle()
    expect(uploads[0]!.state).toBe('done')
    expect(unfinished.value).toEqual([])
  })

  it('goes on by itself when the line is back', async () => {
    enqueue([anyFile()], target)
    lines[0]!.way.onAddress('/api/uploads/1')
    vi.useFakeTimers()
    lines[0]!.breakWith(new Problem('no-connection', 0))
    await vi.advanceTimersByTimeAsync(100)
    expect(uploads[0]!.state).toBe('waiting')

    await vi.advanceTimersByTimeAsync(2_000)

    expect(uploads[0]!.state).toBe('sending')
    expect(lines[1]!.way.address).toBe('/api/uploads/1')
  })

  it('begins anew when the server has given up what had arrived', async () => {
    enqueue([anyFile()], target)
    lines[0]!.way.onAddress('/api/uploads/1')
    lines[0]!.breakWith(new Problem('upload-gone', 410))
    await settle()
    retry(uploads[0]!.key)

    expect(lines[1]!.way.address).toBeNull()
  })

  it('that is cancelled is given up on the server too', async () => {
    enqueue([anyFile()], target)
    lines[0]!.way.onAddress('/api/uploads/1')

    cancel(uploads[0]!.key)
    await settle()

    expect(withdraw).toHaveBeenCalledWith('/api/uploads/1')
    expect(uploads).toHaveLength(0)
    expect(unfinished.value).toEqual([])
  })

  it('keeps its turn while others pause', () => {
    enqueue([anyFile('a.pdf'), anyFile('b.pdf'), anyFile('c.pdf')], target)
    expect(uploads.map((it) => it.state)).toEqual(['sending', 'sending', 'queued'])

    pause(uploads[2]!.key)

    expect(uploads.map((it) => it.state)).toEqual(['sending', 'sending', 'paused'])
  })
})

describe('an upload that was left', () => {
  it('is shown and continues when the same file is picked', async () => {
    leaveBehind(anyFile(), 400)
    const { root } = await noticeOf()
    expect(root.textContent).toContain('400 B dari 1 kB sudah sampai')
    expect(root.textContent).toContain('Pilih lagi berkas ini untuk melanjutkan')
    expect(await accessibilityFaults()).toEqual([])

    await choose(root, anyFile())

    expect(lines[0]!.way.address).toBe('/api/uploads/1')
    expect(root.textContent).not.toContain('Pilih lagi')
  })

  it('does not continue with another file', async () => {
    leaveBehind(anyFile(), 400)
    const { root } = await noticeOf()

    await choose(root, new File(['y'], 'SK.pdf', { lastModified: 6 }))

    expect(lines).toHaveLength(0)
    expect(root.querySelector('[role=alert]')?.textContent).toContain('berbeda atau sudah diubah')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('continues also when the file is dropped as if it were new', () => {
    leaveBehind(anyFile(), 400)

    enqueue([anyFile()], target)

    expect(lines[0]!.way.address).toBe('/api/uploads/1')
  })

  it('can be given up', async () => {
    leaveBehind(anyFile(), 400)
    const { root } = await noticeOf()

    await click(buttonNamed('Batalkan unggahan SK.pdf'))

    expect(withdraw).toHaveBeenCalledWith('/api/uploads/1')
    expect(root.textContent).not.toContain('SK.pdf')
  })

  it('is nothing to somebody else at the same computer', async () => {
    leaveBehind(anyFile(), 400)
    welcome({ ...anyCoordinator(), id: 'p2' })

    const { root } = await noticeOf()

    expect(root.textContent).not.toContain('SK.pdf')
  })
})

async function choose(root: HTMLElement, file: File) {
  const input = root.querySelector<HTMLInputElement>('input[type=file]')!
  Object.defineProperty(input, 'files', { value: [file], configurable: true })
  input.dispatchEvent(new Event('change', { bubbles: true }))
  await settle()
}
