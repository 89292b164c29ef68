import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatch } from '../../db/dispatch.ts'
import { operations } from '../../db/operations.ts'
import { permissionsOf, roles } from '../../shared/users/rules.ts'
import { everyRole, openTestEngine, testPassword, type TestEngine } from '../support/engine.ts'
import { usernameOf } from '../support/prepared.ts'
import type { Caller } from './example.ts'
import { examples } from './examples/index.ts'

/** Who may call what: `+` may, `-` may not, `?` is asked to sign in first. Written by hand, for people to agree on. */
const table = `
                               stranger  administrator  cataloguer  digitizer  activities  desk  director  reader
  backup.make                     ?            +            -           -          -        -       +        -
  backup.status                   ?            +            +           +          +        +       +        +
  catalogue.addAuthority          ?            +            +           -          -        -       -        -
  catalogue.addIssues             ?            +            +           -          -        -       -        -
  catalogue.addTemplate           ?            +            +           -          -        -       -        -
  catalogue.addTitle              ?            +            +           -          -        -       -        -
  catalogue.authority             ?            +            +           +          +        +       +        +
  catalogue.bindIssues            ?            +            +           -          -        -       -        -
  catalogue.classesOf             ?            +            +           +          +        +       +        +
  catalogue.duplicates            ?            +            +           +          +        +       +        +
  catalogue.editTitles            ?            +            +           -          -        -       -        -
  catalogue.edits                 ?            +            +           +          +        +       +        +
  catalogue.endClass              ?            +            +           -          -        -       -        -
  catalogue.exportList            ?            +            +           +          +        +       +        +
  catalogue.facets                ?            +            +           +          +        +       +        +
  catalogue.forgetSearch          ?            +            +           +          +        +       +        +
  catalogue.issues                ?            +            +           +          +        +       +        +
  catalogue.linkChecks            ?            +            +           +          +        +       +        +
  catalogue.mergeAuthorities      ?            +            +           -          -        -       -        -
  catalogue.mergeTitles           ?            +            +           -          -        -       -        -
  catalogue.merges                ?            +            +           +          +        +       +        +
  catalogue.placeInList           ?            +            +           +          +        +       +        +
  catalogue.previewEdit           ?            +            +           -          -        -       -        -
  catalogue.previewMerge          ?            +            +           -          -        -       -        -
  catalogue.record                ?            +            +           +          +        +       +        +
  catalogue.recordLinkCheck       ?            +            +           -          -        -       -        -
  catalogue.removeAuthority       ?            +            +           -          -        -       -        -
  catalogue.removeIssue           ?            +            +           -          -        -       -        -
  catalogue.removeTemplate        ?            +            +           -          -        -       -        -
  catalogue.removeTitle           ?            +            +           -          -        -       -        -
  catalogue.restoreTitle          ?            +            +           -          -        -       -        -
  catalogue.saveRecord            ?            +            +           -          -        -       -        -
  catalogue.saveSearch            ?            +            +           +          +        +       +        +
  catalogue.savedSearches         ?            +            +           +          +        +       +        +
  catalogue.search                ?            +            +           +          +        +       +        +
  catalogue.searchAuthorities     ?            +            +           +          +        +       +        +
  catalogue.setClass              ?            +            +           -          -        -       -        -
  catalogue.setSubscription       ?            +            +           -          -        -       -        -
  catalogue.subscriptions         ?            +            +           +          +        +       +        +
  catalogue.templates             ?            +            +           +          +        +       +        +
  catalogue.title                 ?            +            +           +          +        +       +        +
  catalogue.undoEdit              ?            +            +           -          -        -       -        -
  catalogue.undoMerge             ?            +            +           -          -        -       -        -
  catalogue.unsetClass            ?            +            +           -          -        -       -        -
  catalogue.updateAuthority       ?            +            +           -          -        -       -        -
  catalogue.updateIssue           ?            +            +           -          -        -       -        -
  catalogue.updateTemplate        ?            +            +           -          -        -       -        -
  catalogue.updateTitle           ?            +            +           -          -        -       -        -
  copies.accession                ?            +            +           -          -        -       -        -
  copies.addSeries                ?            +            +           -          -        -       -        -
  copies.addSite                  ?            +            +           -          -        -       -        -
  copies.addStore                 ?            +            +           -          -        -       -        -
  copies.addVoucher               ?            +            +           -          -        -       -        -
  copies.byCode                   ?            +            +           +          +        +       +        +
  copies.cancelCopies             ?            +            +           -          -        -       -        -
  copies.completeVoucher          ?            +            +           -          -        -       -        -
  copies.copy                     ?            +            +           +          +        +       +        +
  copies.declareVoid              ?            +            +           -          -        -       -        -
  copies.exportCopies             ?            +            +           +          +        +       +        +
  copies.gaps                     ?            +            +           +          +        +       +        +
  copies.moveCopies               ?            +            +           -          -        -       -        -
  copies.pastOf                   ?            +            +           +          +        +       +        +
  copies.previewWithdrawal        ?            +            +           -          -        -       -        -
  copies.removeVoucher            ?            +            +           -          -        -       -        -
  copies.search                   ?            +            +           +          +        +       +        +
  copies.series                   ?            +            +           +          +        +       +        +
  copies.setCondition             ?            +            +           -          -        -       -        -
  copies.setStatus                ?            +            +           -          -        -       -        -
  copies.sites                    ?            +            +           +          +        +       +        +
  copies.takeBackWithdrawal       ?            +            +           -          -        -       -        -
  copies.updateCopy               ?            +            +           -          -        -       -        -
  copies.updateSeries             ?            +            +           -          -        -       -        -
  copies.updateSite               ?            +            +           -          -        -       -        -
  copies.updateStore              ?            +            +           -          -        -       -        -
  copies.updateVoucher            ?            +            +           -          -        -       -        -
  copies.voucher                  ?            +            +           +          +        +       +        +
  copies.vouchers                 ?            +            +           +          +        +       +        +
  copies.withdraw                 ?            +            +           -          -        -       -        -
  copies.withdrawal               ?            +            +           +          +        +       +        +
  copies.withdrawals              ?            +            +           +          +        +       +        +
  demo.fill                       ?            +            -           -          -        -       -        -
  digitization.addProject         ?            +            -           +          -        -       +        -
  digitization.addStoppage        ?            +            +           +          -        -       -        -
  digitization.addTemplate        ?            +            -           +          -        -       +        -
  digitization.batches            ?            +            +           +          +        +       +        +
  digitization.board              ?            +            +           +          +        +       +        +
  digitization.cancelJobs         ?            +            -           +          -        -       +        -
  digitization.closeProject       ?            +            -           +          -        -       +        -
  digitization.countFiles         ?            +            +           +          -        -       -        -
  digitization.decideRights       ?            +            -           +          -        -       +        -
  digitization.finish             ?            +            +           +          -        -       -        -
  digitization.handBack           ?            +            +           +          -        -       -        -
  digitization.job                ?            +            +           +          +        +       +        +
  digitization.jobs               ?            +            +           +          +        +       +        +
  digitization.jobsByCode         ?            +            +           +          +        +       +        +
  digitization.jobsOfTitle        ?            +            +           +          +        +       +        +
  digitization.machines           ?            +            +           +          +        +       +        +
  digitization.makeJobs           ?            +            -           +          -        -       +        -
  digitization.move               ?            +            -           +          -        -       +        -
  digitization.plan               ?            +            +           +          +        +       +        +
  digitization.printSlips         ?            +            +           +          +        +       +        +
  digitization.prioritise         ?            +            -           +          -        -       +        -
  digitization.projects           ?            +            +           +          +        +       +        +
  digitization.recall             ?            +            +           +          -        -       -        -
  digitization.removeProject      ?            +            -           +          -        -       +        -
  digitization.removeStoppage     ?            +            +           +          -        -       -        -
  digitization.reopenJobs         ?            +            -           +          -        -       +        -
  digitization.retireTemplate     ?            +            -           +          -        -       +        -
  digitization.rights             ?            +            +           +          +        +       +        +
  digitization.rightsOf           ?            +            +           +          +        +       +        +
  digitization.rightsRule         ?            +            +           +          +        +       +        +
  digitization.savePlan           ?            +            -           +          -        -       +        -
  digitization.sendBack           ?            +            +           +          -        -       -        -
  digitization.setRightsRule      ?            +            -           +          -        -       +        -
  digitization.stoppages          ?            +            +           +          +        +       +        +
  digitization.take               ?            +            +           +          -        -       -        -
  digitization.takeBackBatch      ?            +            -           +          -        -       +        -
  digitization.takeBackRights     ?            +            -           +          -        -       +        -
  digitization.templates          ?            +            +           +          +        +       +        +
  digitization.undoMove           ?            +            -           +          -        -       +        -
  digitization.updateJob          ?            +            -           +          -        -       +        -
  digitization.updateProject      ?            +            -           +          -        -       +        -
  digitization.updateStoppage     ?            +            +           +          -        -       -        -
  digitization.updateTemplate     ?            +            -           +          -        -       +        -
  drafts.discard                  ?            +            +           +          +        +       +        +
  drafts.draft                    ?            +            +           +          +        +       +        +
  drafts.list                     ?            +            +           +          +        +       +        +
  drafts.save                     ?            +            +           +          +        +       +        +
  indicators.explain              ?            +            +           +          +        +       +        +
  indicators.list                 ?            +            +           +          +        +       +        +
  interchange.addPool             ?            +            +           -          -        -       -        -
  interchange.decide              ?            +            +           -          -        -       -        -
  interchange.dropFile            ?            +            +           -          -        -       -        -
  interchange.dropRun             ?            +            +           -          -        -       -        -
  interchange.effect              ?            +            +           -          -        -       -        -
  interchange.export              ?            +            +           +          +        +       +        +
  interchange.exportAll           ?            +            -           -          -        -       -        -
  interchange.look                ?            +            +           -          -        -       -        -
  interchange.poolRecord          ?            +            +           +          +        +       +        +
  interchange.pools               ?            +            +           +          +        +       +        +
  interchange.profiles            ?            +            +           -          -        -       -        -
  interchange.record              ?            +            +           -          -        -       -        -
  interchange.records             ?            +            +           -          -        -       -        -
  interchange.removePool          ?            +            +           -          -        -       -        -
  interchange.removeProfile       ?            +            +           -          -        -       -        -
  interchange.run                 ?            +            +           -          -        -       -        -
  interchange.runs                ?            +            +           -          -        -       -        -
  interchange.saveProfile         ?            +            +           -          -        -       -        -
  interchange.searchPools         ?            +            +           +          +        +       +        +
  interchange.setPolicy           ?            +            +           -          -        -       -        -
  interchange.stage               ?            +            +           -          -        -       -        -
  interchange.undo                ?            +            +           -          -        -       -        -
  interchange.usedSince           ?            +            +           -          -        -       -        -
  interchange.vanished            ?            +            +           -          -        -       -        -
  interchange.write               ?            +            +           -          -        -       -        -
  jobs.cancel                     ?            +            +           +          +        +       +        +
  jobs.job                        ?            +            +           +          +        +       +        +
  jobs.list                       ?            +            +           +          +        +       +        +
  journal.entry                   ?            +            -           -          -        -       +        -
  journal.list                    ?            +            -           -          -        -       +        -
  journal.ofRecord                ?            +            +           +          +        +       +        +
  journal.verifyChain             ?            +            -           -          -        -       +        -
  labels.addPrinter               ?            +            +           -          -        +       -        -
  labels.addSheet                 ?            +            +           -          -        +       -        -
  labels.addTemplate              ?            +            +           -          -        +       -        -
  labels.batches                  ?            +            +           -          -        +       -        -
  labels.forgetBatch              ?            +            +           -          -        +       -        -
  labels.preview                  ?            +            +           -          -        +       -        -
  labels.print                    ?            +            +           -          -        +       -        -
  labels.printers                 ?            +            +           -          -        +       -        -
  labels.removePrinter            ?            +            +           -          -        +       -        -
  labels.removeSheet              ?            +            +           -          -        +       -        -
  labels.removeTemplate           ?            +            +           -          -        +       -        -
  labels.reprint                  ?            +            +           -          -        +       -        -
  labels.sample                   ?            +            +           -          -        +       -        -
  labels.sheets                   ?            +            +           -          -        +       -        -
  labels.template                 ?            +            +           -          -        +       -        -
  labels.templates                ?            +            +           -          -        +       -        -
  labels.testPage                 ?            +            +           -          -        +       -        -
  labels.updatePrinter            ?            +            +           -          -        +       -        -
  labels.updateSheet              ?            +            +           -          -        +       -        -
  labels.updateTemplate           ?            +            +           -          -        +       -        -
  preservation.addProfile         ?            +            -           +          -        -       -        -
  preservation.addVolume          ?            +            -           +          -        -       -        -
  preservation.checkFixity        ?            +            -           +          -        -       -        -
  preservation.checkFolder        ?            +            -           +          -        -       -        -
  preservation.checkPackage       ?            +            -           +          -        -       -        -
  preservation.copies             ?            +            +           +          -        -       +        -
  preservation.files              ?            +            +           +          -        -       +        -
  preservation.folder             ?            +            +           +          -        -       +        -
  preservation.folderNews         ?            +            +           +          -        -       +        -
  preservation.folders            ?            +            +           +          -        -       +        -
  preservation.labelVolume        ?            +            +           +          -        -       +        -
  preservation.linkFolder         ?            +            -           +          -        -       -        -
  preservation.makePackage        ?            +            -           +          -        -       -        -
  preservation.markVolume         ?            +            -           +          -        -       -        -
  preservation.packages           ?            +            +           +          -        -       +        -
  preservation.places             ?            +            -           +          -        -       -        -
  preservation.profiles           ?            +            +           +          -        -       +        -
  preservation.registerCopies     ?            +            -           +          -        -       -        -
  preservation.removeProfile      ?            +            -           +          -        -       -        -
  preservation.reportVolume       ?            +            +           +          -        -       +        -
  preservation.retireVolume       ?            +            -           +          -        -       -        -
  preservation.setRule            ?            +            -           +          -        -       -        -
  preservation.showFile           ?            +            +           +          -        -       +        -
  preservation.standing           ?            +            +           +          -        -       +        -
  preservation.takeReceipt        ?            +            -           +          -        -       -        -
  preservation.unlinkFolder       ?            +            -           +          -        -       -        -
  preservation.updateFolder       ?            +            -           +          -        -       -        -
  preservation.updateProfile      ?            +            -           +          -        -       -        -
  preservation.updateVolume       ?            +            -           +          -        -       -        -
  preservation.volume             ?            +            +           +          -        -       +        -
  preservation.volumes            ?            +            +           +          -        -       +        -
  products.addProduct             ?            +            +           -          +        -       -        -
  products.addTitles              ?            +            +           -          +        -       -        -
  products.entries                ?            +            +           +          +        +       +        +
  products.issueProduct           ?            +            +           -          +        -       -        -
  products.list                   ?            +            +           +          +        +       +        +
  products.produce                ?            +            +           +          +        +       +        +
  products.product                ?            +            +           +          +        +       +        +
  products.removeProduct          ?            +            +           -          +        -       -        -
  products.removeTitles           ?            +            +           -          +        -       -        -
  products.reopenProduct          ?            +            +           -          +        -       -        -
  products.updateProduct          ?            +            +           -          +        -       -        -
  registers.book                  ?            +            +           +          +        +       +        +
  registers.books                 ?            +            +           +          +        +       +        +
  registers.closeYear             ?            +            +           -          -        -       +        -
  registers.correctLine           ?            +            +           -          -        -       +        -
  registers.lines                 ?            +            +           +          +        +       +        +
  registers.linesOf               ?            +            +           +          +        +       +        +
  registers.previewClosing        ?            +            +           -          -        -       +        -
  registers.printBook             ?            +            +           +          +        +       +        +
  reports.check                   ?            +            -           -          +        -       +        -
  reports.openPeriod              ?            +            -           -          +        -       +        -
  reports.period                  ?            +            +           +          +        +       +        +
  reports.periods                 ?            +            +           +          +        +       +        +
  reports.produce                 ?            +            +           +          +        +       +        +
  reports.sendBack                ?            +            -           -          +        -       +        -
  reports.setNote                 ?            +            -           -          +        -       +        -
  reports.sign                    ?            -            -           -          -        -       +        -
  settings.callNumberRule         ?            +            +           +          +        +       +        +
  settings.library                ?            +            +           +          +        +       +        +
  settings.list                   ?            +            +           +          +        +       +        +
  settings.provinces              +            +            +           +          +        +       +        +
  settings.setCallNumberRule      ?            +            -           -          -        -       -        -
  settings.setLibrary             ?            +            -           -          -        -       -        -
  stock.exportFigures             ?            +            +           +          +        +       +        +
  stock.figures                   ?            +            +           +          +        +       +        +
  stock.growth                    ?            +            +           +          +        +       +        +
  stock.opening                   ?            +            +           +          +        +       +        +
  stock.setOpening                ?            +            +           -          -        -       -        -
  stocktake.add                   ?            +            +           -          -        -       -        -
  stocktake.close                 ?            +            +           -          -        -       -        -
  stocktake.exportItems           ?            +            +           +          +        +       +        +
  stocktake.item                  ?            +            +           +          +        +       +        +
  stocktake.items                 ?            +            +           +          +        +       +        +
  stocktake.list                  ?            +            +           +          +        +       +        +
  stocktake.mergeFile             ?            +            +           -          -        +       -        -
  stocktake.open                  ?            +            +           -          -        -       -        -
  stocktake.pause                 ?            +            +           -          -        -       -        -
  stocktake.places                ?            +            +           +          +        +       +        +
  stocktake.previewClosing        ?            +            +           -          -        -       -        -
  stocktake.previewOpening        ?            +            +           -          -        -       -        -
  stocktake.produce               ?            +            +           +          +        +       +        +
  stocktake.progress              ?            +            +           +          +        +       +        +
  stocktake.remove                ?            +            +           -          -        -       -        -
  stocktake.reopen                ?            +            +           -          -        -       -        -
  stocktake.resume                ?            +            +           -          -        -       -        -
  stocktake.runs                  ?            +            +           +          +        +       +        +
  stocktake.satellitePage         ?            +            +           -          -        +       -        -
  stocktake.scan                  ?            +            +           -          -        +       -        -
  stocktake.scans                 ?            +            +           +          +        +       +        +
  stocktake.settle                ?            +            +           -          -        -       -        -
  stocktake.shelfOrder            ?            +            +           +          +        +       +        +
  stocktake.sign                  ?            +            +           -          -        -       -        -
  stocktake.sources               ?            +            +           +          +        +       +        +
  stocktake.stocktake             ?            +            +           +          +        +       +        +
  stocktake.takeOutSource         ?            +            +           -          -        +       -        -
  stocktake.undoScan              ?            +            +           -          -        +       -        -
  stocktake.unsettle              ?            +            +           -          -        -       -        -
  stocktake.update                ?            +            +           -          -        -       -        -
  sync.exportPackage              ?            +            -           -          -        -       +        -
  sync.status                     ?            +            +           +          +        +       +        +
  sync.verifyPackage              ?            +            +           +          +        +       +        +
  users.add                       ?            +            -           -          -        -       -        -
  users.changePassword            ?            +            +           +          +        +       +        +
  users.disable                   ?            +            -           -          -        -       -        -
  users.enable                    ?            +            -           -          -        -       -        -
  users.list                      ?            +            -           -          -        -       -        -
  users.lock                      ?            +            +           +          +        +       +        +
  users.resetPassword             ?            +            -           -          -        -       -        -
  users.session                   +            +            +           +          +        +       +        +
  users.setUp                     +            +            +           +          +        +       +        +
  users.signIn                    +            +            +           +          +        +       +        +
  users.signOut                   +            +            +           +          +        +       +        +
  users.touch                     ?            +            +           +          +        +       +        +
  users.unlock                    +            +            +           +          +        +       +        +
  users.update                    ?            +            -           -          -        -       -        -
  weeding.addItems                ?            +            +           -          -        -       +        -
  weeding.addWeeding              ?            +            +           -          -        -       +        -
  weeding.approve                 ?            +            +           -          -        -       +        -
  weeding.attachScan              ?            +            +           -          -        -       +        -
  weeding.candidates              ?            +            +           +          +        +       +        +
  weeding.changeItems             ?            +            +           -          -        -       +        -
  weeding.dropItems               ?            +            +           -          -        -       +        -
  weeding.fetchList               ?            +            +           +          +        +       +        +
  weeding.gather                  ?            +            +           -          -        -       +        -
  weeding.goBack                  ?            +            +           -          -        -       +        -
  weeding.items                   ?            +            +           +          +        +       +        +
  weeding.list                    ?            +            +           +          +        +       +        +
  weeding.openScan                ?            +            +           +          +        +       +        +
  weeding.produce                 ?            +            +           +          +        +       +        +
  weeding.recordPaper             ?            +            +           -          -        -       +        -
  weeding.removeScan              ?            +            +           -          -        -       +        -
  weeding.removeWeeding           ?            +            +           -          -        -       +        -
  weeding.restoreItems            ?            +            +           -          -        -       +        -
  weeding.rule                    ?            +            +           +          +        +       +        +
  weeding.savePaper               ?            +            +           -          -        -       +        -
  weeding.setDestroyed            ?            +            +           -          -        -       +        -
  weeding.setRule                 ?            +            +           -          -        -       +        -
  weeding.standing                ?            +            +           +          +        +       +        +
  weeding.undoGathering           ?            +            +           -          -        -       +        -
  weeding.updateWeeding           ?            +            +           -          -        -       +        -
  weeding.weeding                 ?            +            +           +          +        +       +        +
`
type Mark = '+' | '-' | '?'
const callers: Caller[] = ['stranger', ...roles]
const [head = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))

let test: TestEngine
beforeAll(async () => {
  test = await openTestEngine()
  await everyRole(test)
})
afterAll(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

/** A session of its own for each call, since some calls end or lock it. */
async function sessionOf(caller: Caller): Promise<string | null> {
  if (caller === 'stranger') return null
  const credentials = { username: usernameOf(caller), password: testPassword }
  const { session } = await dispatch(test.engine, 'users.signIn', credentials, null)
  expect(session).toBeTypeOf('string')
  return session ?? null
}

async function ask(operation: string, caller: Caller, input: unknown): Promise<Mark> {
  const { reply } = await dispatch(test.engine, operation, input, await sessionOf(caller))
  const code = reply.ok ? 'ok' : reply.error.code
  return code === 'forbidden' ? '-' : code === 'signed_out' ? '?' : '+'
}

/** Asks the engine itself; an input that is wrong still tells whether one might have called, and changes nothing. */
async function markOf(operation: string, caller: Caller): Promise<Mark> {
  const mark = await ask(operation, caller, { nothing: 'right' })
  const example = examples.find((each) => each.operation === operation && typeof each.input !== 'function')
  // A good input takes another way through the engine, which must refuse the same people.
  if (mark !== '+')
    expect(await ask(operation, caller, example?.input), `${caller} with a good input`).toBe(mark)
  return mark
}

it('the table names every operation and every caller', () => {
  expect(head.toSorted()).toEqual(callers.toSorted())
  expect(rows.map(([operation]) => operation)).toEqual([...operations.keys()].toSorted())
  expect(rows.filter((row) => row.length !== head.length + 1)).toEqual([])
})

it.each(rows)('%s is open to those whom the table names', async (operation = '', ...expected) => {
  const found = await Promise.all(head.map((caller) => markOf(operation, caller as Caller)))
  expect(Object.fromEntries(head.map((caller, index) => [caller, found[index]]))).toEqual(
    Object.fromEntries(head.map((caller, index) => [caller, expected[index]])),
  )
})

it('every right is held by some role, and none by all but the reading ones', () => {
  const held = new Set(roles.flatMap((role) => permissionsOf(role)))
  const asked = [...operations.values()].map(({ spec }) => spec.can).filter((can) => can.includes('.'))
  expect(asked.filter((can) => !held.has(can as never))).toEqual([])
  expect([...held].filter((permission) => !asked.includes(permission))).toEqual([])
  const everyones = [...held].filter((permission) =>
    roles.every((role) => permissionsOf(role).includes(permission)),
  )
  expect(everyones.filter((permission) => !permission.endsWith('.read'))).toEqual([])
})
