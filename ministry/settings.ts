import * as z from 'zod'

/** All there is to set, by the environment; the words are those of README. */
const Settings = z.object({
  /** `postgres://…`, or a folder for SQLite. */
  KHOSACH_MINISTRY_STORE: z.string().min(1).default('ministry-data'),
  KHOSACH_MINISTRY_NAME: z.string().min(1).max(300).default('Vụ Thư viện'),
  KHOSACH_MINISTRY_HOST: z.string().default('127.0.0.1'),
  KHOSACH_MINISTRY_PORT: z.coerce.number().int().min(0).max(65_535).default(8420),
  /** `1` where a load balancer or proxy ends TLS and names the sender. */
  KHOSACH_MINISTRY_PROXY: z.enum(['0', '1']).default('0'),
})
export type Settings = z.output<typeof Settings>

export function readSettings(environment: Record<string, string | undefined>): Settings {
  return Settings.parse(environment)
}
