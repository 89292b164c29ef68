import { privacyOfBackups } from './privacy-of-backups.ts'
import type { Schema } from './schema.generated.ts'

export type Rule<Table> = {
  /** Whether a change of a row leaves before and after in the journal. */
  journaled: boolean
  /** Names of people: the journal only marks that they changed. */
  personal?: readonly (keyof Table)[]
  /** The same, and no query ever answers them. */
  secret?: readonly (keyof Table)[]
}

/**
 * What the journal sees of each table, on one page; a new table does not compile until it is decided.
 * Personal and secret columns never enter the journal, a log, a diagnosis or a package.
 */
export const privacy: { [T in keyof Schema]: Rule<Schema[T]> } = {
  ...privacyOfBackups,
  accessionSeries: { journaled: true },
  // Who is in charge, and who spoke.
  activity: { journaled: true, personal: ['responsible', 'personalDetails'] },
  activityCampaign: { journaled: true },
  // People put names into the names of files.
  activityEvidence: { journaled: true, personal: ['name'] },
  activityPartner: { journaled: true },
  activitySession: { journaled: true },
  activityTitle: { journaled: true },
  activityType: { journaled: true },
  associationReport: { journaled: true },
  agreement: { journaled: true },
  agreementEvidence: { journaled: true, personal: ['name'] },
  agreementPartner: { journaled: true },
  allocation: { journaled: true },
  authority: { journaled: true },
  authorityForm: { journaled: true },
  branch: { journaled: true, personal: ['leader', 'note'] },
  // Who is honoured, and for what.
  award: { journaled: true, personal: ['recipient', 'folded', 'reason'] },
  campaign: { journaled: true },
  checklistItem: { journaled: true },
  checklistState: { journaled: true },
  connection: { journaled: true },
  cooperationProject: { journaled: true },
  // A report names who signs it and who gave; the journal knows its hash.
  cooperationReport: { journaled: true, personal: ['paper'] },
  cooperationReportSending: { journaled: true },
  cooperationRule: { journaled: true },
  copy: { journaled: true },
  copyRemoval: { journaled: true },
  copyPast: { journaled: true },
  // Who went and who came.
  delegation: { journaled: true, personal: ['people'] },
  // A list of attempts, which the background adds to by itself.
  delivery: { journaled: false },
  counterImport: { journaled: true, personal: ['fileName'] },
  counterKind: { journaled: true },
  counterPast: { journaled: true },
  counterValue: { journaled: true },
  digitalCollection: { journaled: true },
  // Its days say when each title came and went, thousands at a time.
  digitalCollectionTitle: { journaled: false },
  disbursement: { journaled: true },
  digitizationBatch: { journaled: true },
  // Append-only itself, and thousands at a time; who did what on which day never leaves the PC.
  digitizationEvent: { journaled: false },
  // Where a job stands is what its events say.
  digitizationJob: { journaled: false },
  digitizationMachine: { journaled: false },
  digitizationPlan: { journaled: true },
  digitizationProject: { journaled: true },
  digitizationRights: { journaled: true, personal: ['decidedBy'] },
  digitizationStage: { journaled: true },
  digitizationStoppage: { journaled: true },
  digitizationTarget: { journaled: true },
  digitizationTemplate: { journaled: true },
  digitizationTemplateVersion: { journaled: true },
  // Millions of rows; each check leaves the sums of what it read.
  digitalFile: { journaled: false },
  doubtExplanation: { journaled: true },
  draft: { journaled: false },
  // A note may say who brought the money.
  duesEntry: { journaled: true, personal: ['note'] },
  duesRate: { journaled: true },
  // What codes over the telephone are proved with.
  enrolment: { journaled: true, secret: ['sharedKey'] },
  epoch: { journaled: false },
  // A path of a PC may name who works at it.
  // Each check of fixity leaves its results as a digest.
  fileCopy: { journaled: false },
  fileFolder: { journaled: true, personal: ['path'] },
  filePackage: { journaled: true, personal: ['path', 'recipient'] },
  fileProfile: { journaled: true },
  // Books are full of people, and of what only their authors may give on: the journal says that a page was changed.
  fileText: { journaled: true, personal: ['text', 'corrected'] },
  fixityCheck: { journaled: false },
  // A giver may be a person.
  earlierFigure: { journaled: true },
  earlierReport: { journaled: true, personal: ['fileName', 'proofName'] },
  equipment: { journaled: true, personal: ['sourceName', 'note'] },
  equipmentEvent: { journaled: true, personal: ['note'] },
  evidenceFile: { journaled: true },
  exchange: { journaled: true, personal: ['note'] },
  figure: { journaled: true },
  findingKind: { journaled: true },
  // Thousands at a time, read off the file of a merger.
  formerCopy: { journaled: false },
  // A donor may be a person.
  // Who explains a figure may name people, and so may the name of a file.
  givenFigure: { journaled: true, personal: ['fileName'] },
  gift: { journaled: true, personal: ['donorName', 'note'] },
  giftItem: { journaled: true },
  // What a run made of a file; the titles and copies it wrote are in the journal themselves.
  importProfile: { journaled: true },
  importRecord: { journaled: false },
  importRun: { journaled: true },
  friendlyAssessment: { journaled: true },
  friendlyProof: { journaled: true, personal: ['name'] },
  friendlyScore: { journaled: true },
  inspection: { journaled: true, personal: ['members', 'paper'] },
  // Page after page, many a minute; closing writes their numbers and their hash into the inspection.
  inspectionFinding: { journaled: false },
  inspectionJob: { journaled: false },
  inspectionPage: { journaled: false },
  indicatorTarget: { journaled: true },
  job: { journaled: false },
  journalChain: { journaled: false },
  journalCommand: { journaled: false },
  journalRow: { journaled: false },
  labelBatch: { journaled: true },
  // Thousands at a time, and the batch says what they are.
  labelBatchCopy: { journaled: false },
  labelPrinter: { journaled: true },
  labelSheet: { journaled: true },
  labelTemplate: { journaled: true },
  linkCheck: { journaled: true },
  library: { journaled: true, personal: ['signerName', 'textRule'] },
  // Who has read what is nobody else's affair.
  loan: { journaled: true, personal: ['readerId'] },
  marcRecord: { journaled: true },
  // Members are people: the journal knows that one was admitted, never who.
  member: {
    journaled: true,
    personal: ['name', 'sortKey', 'folded', 'position', 'cardNumber', 'leftReason', 'note'],
  },
  membership: { journaled: true },
  membershipFee: { journaled: true },
  merger: { journaled: true },
  milestone: { journaled: true },
  milestoneDelay: { journaled: true },
  minimumCondition: { journaled: true },
  onlineService: { journaled: true },
  // A driver or a helper may be named beside the stop.
  mobileRoute: { journaled: true, personal: ['note'] },
  mobileSession: { journaled: true, personal: ['note'] },
  mobileStop: { journaled: true },
  openingBalance: { journaled: true },
  // Who gives may be a person.
  otherIncome: { journaled: true, personal: ['source', 'note'] },
  packageReceipt: { journaled: true },
  // A partner may be a person.
  ownIndicator: { journaled: true },
  ownIndicatorVersion: { journaled: true },
  partner: {
    journaled: true,
    personal: ['name', 'sortKey', 'folded', 'note', 'contactName', 'phone', 'email', 'address'],
  },
  // The signed paper names its signer.
  period: { journaled: true, personal: ['paper', 'doubts'] },
  // Other libraries' records: no part of this one's holdings.
  policyDocument: { journaled: true },
  policyStage: { journaled: true },
  poolRecord: { journaled: false },
  population: { journaled: true },
  producedPdf: { journaled: true },
  product: { journaled: true },
  productTitle: { journaled: true },
  projectActivity: { journaled: true },
  projectPartner: { journaled: true },
  reader: {
    journaled: true,
    personal: [
      'name',
      'sortKey',
      'folded',
      'bornOn',
      'phone',
      'address',
      'unit',
      'guardian',
      'guardianPhone',
      'note',
      'suspendedFor',
    ],
  },
  // The number of a card is known outside this program.
  readerCard: { journaled: true, personal: ['number', 'readerId'] },
  readerCardAct: { journaled: true },
  readerConsent: { journaled: true, personal: ['readerId'] },
  readerGroup: { journaled: true },
  readerSetting: { journaled: true },
  // A question may name somebody, and so may what is answered to it.
  receiverMessage: { journaled: true, personal: ['content', 'answer'] },
  recordPool: { journaled: true },
  registerBook: { journaled: true },
  registerLine: { journaled: true },
  restatedFigure: { journaled: true },
  reportingUnit: { journaled: true },
  reportBlock: { journaled: true },
  reportRegistration: { journaled: true, personal: ['fileName'] },
  // The paper names its signer, the minutes who sits in the council.
  restatement: { journaled: true, personal: ['paper'] },
  retirement: { journaled: true, personal: ['members'] },
  roadmap: { journaled: true },
  room: { journaled: true, personal: ['sourceName', 'note'] },
  roomMeasure: { journaled: true },
  savedSearch: { journaled: false },
  sendingSetting: { journaled: true },
  serialIssue: { journaled: true },
  // Whom to ask for there.
  servicePoint: { journaled: true, personal: ['contactName', 'phone', 'email', 'note'] },
  servicePointAnswer: { journaled: true },
  servicePointFigure: { journaled: true },
  servicePointIdentity: { journaled: true },
  // What a visit found may name who works there.
  servicePointSupport: { journaled: true, personal: ['findings'] },
  session: { journaled: false, secret: ['tokenHash'] },
  signIn: { journaled: true },
  signInFailure: { journaled: false, personal: ['username'] },
  signingKey: { journaled: false, secret: ['privateKey', 'byPassphrase', 'byRecoveryCode'] },
  // Who handed over, and who took over.
  shipment: { journaled: true, personal: ['handedBy', 'takenBy', 'note'] },
  shipmentCopy: { journaled: true },
  shipmentExtension: { journaled: true, personal: ['reason'] },
  // What a point told may name who told it.
  shipmentReport: { journaled: true, personal: ['source'] },
  shipmentStranger: { journaled: true },
  site: { journaled: true },
  software: { journaled: true },
  // By the number of a person alone.
  staffAssessment: { journaled: true },
  staffHeadcount: { journaled: true },
  staffHeadcountRow: { journaled: true },
  staffMember: { journaled: true, personal: ['name', 'sortKey', 'note'] },
  staffPosting: { journaled: true },
  // Names of the council stand in the list of members and in the minutes.
  stocktake: { journaled: true, personal: ['members', 'paper'] },
  // Half a million rows each; closing writes their numbers and their hash into the stocktake.
  stocktakeItem: { journaled: false },
  stocktakeScan: { journaled: false },
  stocktakeSource: { journaled: true, personal: ['label'] },
  storageVolume: { journaled: true, personal: ['lastPath'] },
  store: { journaled: true },
  subscription: { journaled: true },
  summaryPackage: { journaled: true },
  title: { journaled: true },
  // Read off the records, like the index of the search.
  titleAuthority: { journaled: false },
  titleClass: { journaled: true },
  titleEdit: { journaled: true },
  // Former records, which the journal has already: a job that edits titles leaves its rows there.
  titleEditRow: { journaled: false },
  titleMerge: { journaled: true },
  // Read off the files of runs.
  titleOrigin: { journaled: false },
  titleTemplate: { journaled: true },
  // Certificates and lists of those who came name them.
  trainingAttendance: { journaled: true, personal: ['certificate', 'evidence'] },
  trainingCourse: { journaled: true },
  trainingPlan: { journaled: true },
  voidNumber: { journaled: true },
  voucher: { journaled: true },
  weeding: { journaled: true },
  weedingItem: { journaled: true },
  // Papers name who signs them and who sits in the council; people put names into the names of files.
  weedingPaper: { journaled: true, personal: ['content', 'paper', 'scanName'] },
  withdrawal: { journaled: true },
  // What other libraries report are sums, and the journal knows the package's hash.
  unitFigure: { journaled: true },
  unitReport: { journaled: true, personal: ['fileName'] },
  user: { journaled: true, personal: ['name', 'username'], secret: ['passwordHash'] },
  // Reference lists come with the program and are the same everywhere.
  formerProvince: { journaled: false },
  province: { journaled: false },
  provinceKind: { journaled: false },
  referenceTerm: { journaled: false },
}

export type TableName = keyof Schema

/** Columns whose contents stay out of the journal. */
export function hiddenColumns(table: TableName): ReadonlySet<string> {
  const { personal = [], secret = [] }: { personal?: readonly string[]; secret?: readonly string[] } =
    privacy[table]
  return new Set([...personal, ...secret])
}

export function isTable(name: string): name is TableName {
  return name in privacy
}
