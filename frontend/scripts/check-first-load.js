// The first page must open on a weak line: all JavaScript it needs stays under 100 kB compressed.
import { readFileSync, rmSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const folder = 'target/classes/static'
const limit = 100_000
const manifest = JSON.parse(readFileSync(`${folder}/.vite/manifest.json`, 'utf8'))

/** What the browser fetches before the home page stands: the entry, the home page, and what they import. */
const firstPages = ['index.html', 'src/features/home/HomePage.vue']
const needed = new Set()
function need(key) {
  if (needed.has(key) || !manifest[key]) return
  needed.add(key)
  manifest[key].imports?.forEach(need)
}
firstPages.forEach(need)
// Loaded on demand, but before the first page: nobody gets in without it.
Object.keys(manifest)
  .filter((it) => it.includes('oidc-client-ts'))
  .forEach(need)

let total = 0
for (const key of needed) {
  const file = manifest[key].file
  if (!file.endsWith('.js')) continue
  total += gzipSync(readFileSync(`${folder}/${file}`), { level: 9 }).length
}
rmSync(`${folder}/.vite`, { recursive: true })

const kilobytes = (total / 1000).toFixed(1)
if (total > limit) {
  console.error(`First load is ${kilobytes} kB of compressed JavaScript; the limit is 100 kB.`)
  process.exit(1)
}
console.log(`First load: ${kilobytes} kB of compressed JavaScript (limit 100 kB).`)
