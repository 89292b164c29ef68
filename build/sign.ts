import { spawnSync } from 'node:child_process'

const variable = 'KHOSACH_SIGN'

/**
 * Signs one file with the command that the environment names: whoever releases holds the key, not this project.
 * The file's path goes behind the command's own words, as in `KHOSACH_SIGN="signtool sign /fd sha256 /tr URL /a"`.
 */
export function sign({ path }: { path: string }): void {
  const command = process.env[variable]
  if (!command) {
    console.warn(`Not signed, since ${variable} names no command: ${path}`)
    return
  }
  const { status, error } = spawnSync(`${command} "${path}"`, { shell: true, stdio: 'inherit' })
  if (status !== 0)
    throw new Error(`${variable} could not sign ${path}: ${error?.message ?? `exit ${status}`}`)
}
