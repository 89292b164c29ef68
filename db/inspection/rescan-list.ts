import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { fileName } from '../../shared/file-name.ts'
import type { Inspection, RescanJob } from '../../shared/inspection/contract.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { openList, render, type ListColumn, type OfficialDocument, type Row } from '../documents/index.ts'
import { libraryWords } from '../words.ts'
import { letterheadOf } from '../minutes-head.ts'
import { requireInspection } from './reading.ts'
import { rescanJobs } from './rescan.ts'

const jobsAtOnce = 500

export const exportRescan: JobHandler<SpecOf<'inspection.exportRescan'>, never> = {
  async run({ id, format }, { db, fail, progress, offerFile }) {
    const inspection = await requireInspection(db, id, fail)
    progress(0, null)
    const t = await libraryWords(db)
    const jobs: RescanJob[] = []
    for (let after = 0; ;) {
      const part = await rescanJobs(db, id, { after, limit: jobsAtOnce })
      jobs.push(...part)
      progress(jobs.length, null)
      if (part.length < jobsAtOnce) break
      after = part.at(-1)?.id ?? after
    }
    const pages = jobs.flatMap(({ pages: own, ...job }) => own.map((page) => ({ ...job, ...page })))
    const name = `quet-lai-${fileName(inspection.name) || id}.${format}`
    if (format === 'pdf') {
      const paper = await rescanPaper(db, { inspection, jobs }, t)
      return { file: await offerFile(name, await render(paper, 'pdf')), pages: pages.length }
    }
    const list = await openList(format, columnsIn(t), t('inspection.rescanList.sheet'))
    list.add(pages)
    return { file: await offerFile(name, await list.finish()), pages: pages.length }
  },
}

type BadPage = Omit<RescanJob, 'pages'> & RescanJob['pages'][number]

function columnsIn(t: TFunction): ListColumn<BadPage>[] {
  return [
    { head: t('inspection.rescanList.code'), width: 12, value: ({ code }) => code },
    { head: t('inspection.rescanList.title'), width: 50, value: ({ title }) => title },
    { head: t('inspection.rescanList.accessionNumber'), width: 16, value: (row) => row.accessionNumber },
    { head: t('inspection.rescanList.page'), width: 8, value: ({ page }) => page },
    { head: t('inspection.rescanList.path'), width: 36, value: ({ path }) => path },
    { head: t('inspection.rescanList.findings'), width: 40, value: ({ findings }) => findings.join('; ') },
    {
      head: t('inspection.rescanList.severity'),
      width: 14,
      value: ({ severity }) => t(`inspection.severities.${severity}`),
    },
    { head: t('inspection.rescanList.note'), width: 40, value: ({ note }) => note },
    {
      head: t('inspection.rescanList.isOutside'),
      width: 14,
      value: ({ isOutside }) => (isOutside ? t('inspection.rescanList.outside') : ''),
    },
  ]
}

async function rescanPaper(
  db: Reader,
  { inspection, jobs }: { inspection: Inspection; jobs: readonly RescanJob[] },
  t: TFunction,
): Promise<OfficialDocument> {
  const rows = jobs.flatMap(({ code, title, accessionNumber, pages }): Row[] => [
    { type: 'group', label: [code, title, accessionNumber].filter(Boolean).join(' – ') },
    ...pages.map(({ page, path, findings, note, isOutside }): Row => ({
      type: 'values',
      values: {
        page,
        path,
        findings: findings.join('; '),
        note: [note, isOutside ? t('inspection.rescanList.outside') : ''].filter(Boolean).join('; '),
      },
    })),
  ])
  const column = (key: 'page' | 'path' | 'findings' | 'note', weight: number) => ({
    key,
    label: t(`inspection.rescanList.${key}`),
    weight,
    kind: key === 'page' ? ('number' as const) : ('text' as const),
  })
  return {
    ...(await letterheadOf(db, { number: '', date: null })),
    kind: t('inspection.rescanList.kind'),
    subject: t('inspection.rescanList.subject', { name: inspection.name }),
    addressees: [],
    blocks: [
      {
        type: 'table',
        columns: [column('page', 9), column('path', 25), column('findings', 36), column('note', 30)],
        rows,
      },
    ],
    signature: null,
    recipients: [],
  }
}
