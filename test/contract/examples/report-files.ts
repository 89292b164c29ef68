import { by, type ExamplesOf, type Given } from '../example.ts'
import { opened, signedPeriod } from './report-steps.ts'

export const reportFiles = {
  produce: [
    {
      name: 'writes the report as a document',
      as: 'reader',
      before: [opened],
      input: { id: 1, format: 'docx' },
      answers: { file: { name: 'bao-cao-2020-Q1.docx' } },
    },
    {
      name: 'writes no report that is not there',
      as: 'reader',
      input: { id: 404, format: 'xlsx' },
      refuses: 'period_not_found',
    },
    {
      name: 'writes no restatement that is not there',
      as: 'reader',
      before: signedPeriod,
      input: { id: 1, format: 'docx', restatement: 1 },
      refuses: 'restatement_not_found',
    },
  ],
  verifyFile: [
    {
      name: 'knows what was signed here',
      as: 'reader',
      before: [...signedPeriod, by('reader', 'reports.produce', { id: 1, format: 'docx' })],
      input: ({ values }) => values.at(-1) as { file: Given['file'] },
      answers: { verdict: 'intact', format: 'docx', report: { periodId: 1, revision: 1 }, differences: [] },
    },
    {
      name: 'says of a provisional report that it bears no seal',
      as: 'reader',
      before: [opened, by('reader', 'reports.produce', { id: 1, format: 'xlsx' })],
      input: ({ values }) => values.at(-1) as { file: Given['file'] },
      answers: { verdict: 'no_seal', format: 'xlsx', report: null },
    },
    {
      name: 'cannot read what is no report',
      as: 'reader',
      file: () => new TextEncoder().encode('không phải báo cáo'),
      input: ({ file }) => ({ file }),
      answers: { verdict: 'unreadable', format: null },
    },
    {
      name: 'has no file to look at',
      as: 'reader',
      input: { file: { token: 'x'.repeat(22), name: 'mat.docx', size: 1 } },
      refuses: 'file_gone',
    },
  ],
} satisfies Pick<ExamplesOf<'reports'>, 'produce' | 'verifyFile'>
