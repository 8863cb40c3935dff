// Builds the static files, only when a source changed since the last build.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'

const inputs = [
  'index.html',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.json',
]
const folders = ['public', 'scripts', 'src']
const mark = 'target/built'

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

const hash = createHash('sha256')
for (const file of [...inputs, ...folders.flatMap(filesIn).sort()]) {
  hash.update(file).update(readFileSync(file))
}
const wanted = hash.digest('hex')

if (
  existsSync('target/classes/static/index.html') &&
  existsSync(mark) &&
  readFileSync(mark, 'utf8') === wanted
) {
  console.log('Frontend is up to date.')
} else {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const run = spawnSync(npm, ['run', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (run.status !== 0) process.exit(run.status ?? 1)
  writeFileSync(mark, wanted)
}
