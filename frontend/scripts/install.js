// Installs what package-lock.json names, only when it changed since the last time.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'

const mark = 'node_modules/.installed'
const wanted = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(readFileSync('package.json'))
  .digest('hex')

if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) {
  console.log('Frontend packages are up to date.')
} else {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const arguments_ = ['ci', '--no-audit', '--no-fund', '--prefer-offline']
  const run = spawnSync(npm, arguments_, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (run.status !== 0) process.exit(run.status ?? 1)
  writeFileSync(mark, wanted)
}
