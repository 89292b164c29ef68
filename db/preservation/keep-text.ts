import { sql } from 'kysely'
import type { TextProblem } from '../../shared/preservation/reading.ts'
import type { Writer } from '../connection.ts'

/** What a page was read as, by a program here or elsewhere. */
export type ReadText = {
  sha256: string
  source: 'read' | 'brought'
  tool: string
  languages: string
  confidence: number | null
  problem: TextProblem | null
  text: string
  broughtSum: string | null
}

/** A later reading takes the place of an earlier one, never of a correction; one that failed takes no text away. */
export async function keepText(db: Writer, read: ReadText, now: string): Promise<void> {
  const { sha256, source, tool, languages, confidence, problem, text, broughtSum } = read
  await sql`
    insert into fileText (sha256, source, tool, languages, confidence, problem, text, broughtSum, readAt)
    values (${sha256}, ${source}, ${tool}, ${languages}, ${confidence}, ${problem}, ${text}, ${broughtSum}, ${now})
    on conflict (sha256) do update set
      source = excluded.source, tool = excluded.tool, languages = excluded.languages,
      confidence = excluded.confidence, problem = excluded.problem, text = excluded.text,
      broughtSum = excluded.broughtSum, readAt = excluded.readAt, rev = rev + 1
    where excluded.problem is null or fileText.problem is not null`.execute(db)
}
