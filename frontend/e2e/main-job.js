/**
 * The main job in a real browser: a unit fills its sheet and proves it, the TPI returns and then closes it, leadership
 * looks at readiness, and the dossier is downloaded. Run by MainJobTest, which checks what was downloaded.
 *
 * Usage: node main-job.js PLAN.json, where the plan names the address, the people and the files.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'))
mkdirSync(plan.downloads, { recursive: true })

const browser = await chromium.launch({
  executablePath: plan.browser,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
})

const faults = []
let step = 'start'
function say(text) {
  step = text
  console.log(`main job: ${text}`)
}

/** A signed-in page of one person, with a password set through their invitation. */
async function as(person, viewport = { width: 1366, height: 768 }) {
  const context = await browser.newContext({ locale: 'id-ID', viewport, acceptDownloads: true })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    faults.push(
      `${person.username} at ${page.url()}: ${error.name} ${error.message} ${error.stack}`,
    )
  })
  if (person.invitation) {
    await page.goto(person.invitation)
    await page.getByLabel('Kata sandi baru', { exact: true }).fill(plan.password)
    await page.getByLabel('Ulangi kata sandi baru').fill(plan.password)
    await page.getByRole('button', { name: 'Simpan kata sandi' }).click()
    await page.getByRole('link', { name: 'Masuk ke ZITrack' }).click()
    person.invitation = null
  } else {
    await page.goto(plan.origin)
  }
  await page.getByLabel('Nama pengguna').fill(person.username)
  await page.getByLabel('Kata sandi', { exact: true }).fill(plan.password)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.locator('main h1').first().waitFor()
  return page
}

async function menu(page, name) {
  await page
    .getByRole('navigation', { name: 'Menu utama' })
    .getByRole('link', { name, exact: true })
    .click()
}

const codeOf = (page) => page.url().split('/').pop()

/** Answers the question that is open: the first choice, or the numbers the plan gives for its code. */
async function answerShown(page, code, answers) {
  const numbers = answers[code]
  const field = page.getByRole('group', { name: code })
  if (numbers === undefined) {
    await page.keyboard.press('1')
    await field.getByRole('radio').first().isChecked()
  } else {
    const inputs = field.getByRole('textbox')
    for (const [index, number] of numbers.entries()) await inputs.nth(index).fill(String(number))
  }
}

/** Walks through the whole sheet by keyboard, as coordinators do. */
async function fillSheet(page, answers, total) {
  for (let position = 1; ; position++) {
    await page.getByText(`Pertanyaan ${position} dari ${total}`).waitFor()
    const code = codeOf(page)
    await answerShown(page, code, answers)
    if (position === total) break
    await page.getByRole('button', { name: 'Berikutnya' }).focus()
    await page.keyboard.press('j')
  }
  await saved(page)
}

async function saved(page) {
  await page
    .getByText(/^✓?\s*Tersimpan/)
    .first()
    .waitFor()
}

async function submit(page) {
  await page.getByLabel(/tetap ingin mengirim/).check()
  await page.getByRole('button', { name: 'Kirim ke TPI' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Kirim ke TPI' }).click()
  await page.getByRole('heading', { name: 'Lembar sudah dikirim dan terkunci' }).waitFor()
}

async function download(page, button, name) {
  const started = page.waitForEvent('download')
  await button.click()
  const file = await started
  await file.saveAs(join(plan.downloads, name))
}

const steps = {
  async unit(instrument) {
    say(`${instrument.name}: the coordinator starts and fills the sheet`)
    const page = await as(plan.people.coordinator)
    await menu(page, 'Lembar kerja')
    await page
      .getByRole('listitem')
      .filter({ hasText: instrument.period })
      .getByRole('button', { name: 'Mulai mengisi' })
      .click()
    await page.getByText(`Pertanyaan 1 dari ${instrument.questions}`).waitFor()
    await fillSheet(page, instrument.answers, instrument.questions)

    say(`${instrument.name}: evidence is uploaded, described, previewed and used twice`)
    const sheet = page.url().split('/').slice(0, 5).join('/')
    await page.goto(`${sheet}/${instrument.proven[0]}`)
    await page.getByLabel('pilih berkas').setInputFiles(plan.evidence)
    const title = page.getByRole('button', { name: plan.evidenceTitle, exact: true })
    await title.waitFor()
    await title.click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('canvas').first().waitFor()
    await page.keyboard.press('Escape')
    await page.goto(`${sheet}/${instrument.proven[1]}`)
    await page.getByRole('button', { name: 'pakai bukti yang sudah ada' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Pakai/ })
      .first()
      .click()
    await page.getByRole('button', { name: plan.evidenceTitle, exact: true }).first().waitFor()

    say(`${instrument.name}: the sheet is submitted and locked`)
    await page.getByRole('link', { name: 'Periksa dan kirim' }).click()
    await submit(page)
    await page.context().close()
    return sheet.split('/').pop()
  },

  async member(instrument, assessment) {
    say(
      `${instrument.name}: a member judges beside the evidence, without touching the unit's answer`,
    )
    const page = await as(plan.people.member)
    await menu(page, 'Antrean penilaian')
    await page.getByRole('link', { name: plan.unit }).first().waitFor()
    await page.goto(`${plan.origin}/penilaian/${assessment}/${instrument.proven[0]}`)
    await page.locator('canvas').first().waitFor()
    await page.keyboard.press('s')
    await saved(page)
    await page.goto(`${plan.origin}/penilaian/${assessment}/${instrument.disputed}`)
    await page.getByRole('group', { name: instrument.disputed }).getByRole('radio').last().check()
    await page.getByLabel('Catatan').fill('Buktinya belum meyakinkan; lengkapi berita acara.')
    await saved(page)
    await page.getByText(/^!?\s*beda .* poin$/).waitFor()
    await page.context().close()
  },

  async leadReturns(instrument, assessment) {
    say(`${instrument.name}: the lead returns one question with a reason`)
    const page = await as(plan.people.lead)
    await page.goto(`${plan.origin}/penilaian/${assessment}/${instrument.disputed}`)
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: /^Tandai/ }).click()
    await dialog.getByLabel('Apa yang harus diperbaiki unit').fill('Lampirkan berita acara.')
    await dialog.getByRole('button', { name: 'Tandai', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Kembalikan/ }).click()
    await dialog.getByLabel('Pesan untuk unit').fill('Satu pertanyaan lagi.')
    await dialog.getByRole('button', { name: 'Kembalikan ke unit' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.context().close()
  },

  async unitRepairs(instrument, assessment) {
    say(`${instrument.name}: the unit repairs what came back; everything else stays locked`)
    const page = await as(plan.people.coordinator, { width: 360, height: 740 })
    await page.goto(`${plan.origin}/lembar/${assessment}/${instrument.proven[0]}`)
    const locked = page
      .getByRole('group', { name: instrument.proven[0] })
      .getByRole('radio')
      .first()
    await locked.waitFor()
    if (await locked.isEnabled()) throw new Error('A question that was not returned is open')
    await page.goto(`${plan.origin}/lembar/${assessment}/${instrument.disputed}`)
    await page.getByText('Lampirkan berita acara.').waitFor()
    await page.getByRole('group', { name: instrument.disputed }).getByRole('radio').last().check()
    await page.getByLabel('Catatan untuk penilai').fill('Kami mengikuti penilaian TPI.')
    await saved(page)
    await page.goto(`${plan.origin}/kirim/${assessment}`)
    await submit(page)
    await page.context().close()
  },

  async leadCloses(instrument, assessment) {
    say(
      `${instrument.name}: the lead agrees with the rest, accepts, closes and downloads the dossier`,
    )
    const page = await as(plan.people.lead)
    await page.goto(`${plan.origin}/penilaian/${assessment}`)
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: 'Setujui sisanya' }).click()
    await dialog.getByLabel(/Hanya yang punya bukti/).uncheck()
    await dialog.getByRole('button', { name: /^Setujui \d+ jawaban/ }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Terima', exact: true }).click()
    await dialog.getByRole('button', { name: 'Terima lembar' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Tutup lembar' }).click()
    await dialog.getByRole('button', { name: 'Tutup lembar' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Ditutup').first().waitFor()

    await menu(page, 'Dosir')
    const row = page
      .getByRole('listitem')
      .or(page.getByRole('row'))
      .filter({ hasText: plan.unit })
      .filter({ hasText: instrument.period })
      .first()
    for (const kind of ['PDF', 'XLSX', 'ZIP']) {
      await download(
        page,
        row.getByRole('button', { name: new RegExp(kind) }),
        `${instrument.name}.${kind.toLowerCase()}`,
      )
    }
    await page.context().close()
  },

  async leadership(instrument) {
    say(`${instrument.name}: leadership sees how far the unit is`)
    const page = await as(plan.people.leader)
    await menu(page, 'Kesiapan')
    await page.getByLabel('Periode').selectOption({ label: instrument.period })
    await page.getByRole('table').getByRole('link', { name: plan.unitShort }).first().click()
    await page.getByRole('heading', { name: new RegExp(plan.unit) }).waitFor()
    await page.context().close()
  },
}

try {
  for (const instrument of plan.instruments) {
    const assessment = await steps.unit(instrument)
    await steps.member(instrument, assessment)
    await steps.leadReturns(instrument, assessment)
    await steps.unitRepairs(instrument, assessment)
    await steps.leadCloses(instrument, assessment)
    await steps.leadership(instrument)
  }
  if (faults.length) throw new Error(`Pages failed:\n${faults.join('\n')}`)
  console.log('main job: done')
} catch (error) {
  console.error(`main job failed at "${step}"`, error, faults.join('\n'))
  for (const context of browser.contexts()) {
    for (const page of context.pages()) {
      const name = join(plan.downloads, `failed-${Date.now()}.png`)
      await page.screenshot({ path: name }).catch(() => {})
      console.error(`url ${page.url()}, screenshot ${name}`)
    }
  }
  process.exitCode = 1
} finally {
  await browser.close()
}
