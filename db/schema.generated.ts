// Written by `npm run schema`; never edited.
import type { Generated } from 'kysely'

export type Schema = {
  accessionSeries: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    prefix: string
    digits: number
    materials: string
  }
  activity: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    typeCode: string
    state: 'planned' | 'done' | 'postponed' | 'cancelled'
    part: 'organiser' | 'joint' | 'participant'
    reach: 'local' | 'province' | 'national' | 'international'
    organiser: string
    siteId: number | null
    place: string
    responsible: string
    cost: number | null
    moneySource: 'budget' | 'donation' | 'project' | 'other' | null
    copiesShown: number | null
    copiesGiven: number | null
    note: string
    details: Generated<string>
    personalDetails: Generated<string>
    startsOn: string
    endsOn: string
    sessionCount: Generated<number>
    heldCount: Generated<number>
    attended: number | null
    proof: 'not_needed' | 'missing' | 'present'
    removedOn: string | null
  }
  activityCampaign: {
    id: Generated<number>
    activityId: number
    campaignId: number
  }
  activityEvidence: {
    id: Generated<number>
    activityId: number
    fileId: number
    kind: 'photo' | 'minutes' | 'sign_in' | 'other'
    name: string
    addedAt: string
    removedOn: string | null
  }
  activityPartner: {
    id: Generated<number>
    activityId: number
    partnerId: number
  }
  activitySession: {
    id: Generated<number>
    activityId: number
    on: string
    until: string | null
    startTime: string | null
    endTime: string | null
    state: 'planned' | 'held' | 'dropped'
    attended: number | null
    children: number | null
    adults: number | null
    disabled: number | null
    minority: number | null
    online: number | null
    note: Generated<string>
  }
  activityTitle: {
    id: Generated<number>
    activityId: number
    titleId: number
  }
  activityType: {
    id: Generated<number>
    rev: Generated<number>
    code: string
    name: Generated<string>
    hiddenOn: string | null
    groupName: string | null
    feeds: Generated<string>
    proof: string | null
    ownFields: Generated<string>
  }
  agreement: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    folded: string
    number: string
    kind: 'cooperation' | 'interconnection' | 'twinning' | 'other'
    signedOn: string | null
    startsOn: string
    endsOn: string | null
    endedOn: string | null
    renewsId: number | null
    note: string
    removedOn: string | null
  }
  agreementEvidence: {
    id: Generated<number>
    agreementId: number
    fileId: number
    name: string
    addedAt: string
    removedOn: string | null
  }
  agreementPartner: {
    id: Generated<number>
    agreementId: number
    partnerId: number
  }
  allocation: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    year: number
    source: 'budget' | 'donation' | 'project' | 'other'
    purpose: 'modernization' | 'other'
    documentNumber: Generated<string>
    allocatedOn: string
    amount: number
    note: Generated<string>
    removedOn: string | null
  }
  associationReport: {
    id: Generated<number>
    rev: Generated<number>
    year: number
    results: Generated<string>
    tasks: Generated<string>
    proposals: Generated<string>
  }
  authority: {
    id: Generated<number>
    rev: Generated<number>
    kind: 'person' | 'organisation' | 'subject' | 'series' | 'publisher'
    heading: string
    sortKey: string
    foldedHeading: string
    note: Generated<string>
    mergedIntoId: number | null
    isFromTitles: Generated<number>
    createdAt: string
    updatedAt: string
  }
  authorityForm: {
    id: Generated<number>
    authorityId: number
    form: string
    foldedForm: string
  }
  award: {
    id: Generated<number>
    rev: Generated<number>
    year: number
    decidedOn: string
    kind: 'medal' | 'merit' | 'certificate' | 'title' | 'other'
    receivedBy: 'person' | 'unit'
    recipient: string
    folded: string
    branchId: number | null
    decisionNumber: Generated<string>
    issuer: Generated<string>
    reason: Generated<string>
  }
  backup: {
    id: Generated<number>
    fileName: string
    size: number
    madeAt: string
    provenAt: string | null
    files: Generated<string>
    placeId: Generated<number>
    sha256: Generated<string>
    recipient: Generated<string>
    cause: Generated<'person' | 'schedule' | 'signing' | 'quitting'>
    heldFor: Generated<string>
    removedAt: string | null
    checkedAt: string | null
    fault: Generated<'' | 'missing' | 'altered'>
    exportName: Generated<string>
    exportSha256: Generated<string>
  }
  backupPlace: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    path: string
    uuid: string
    lateAfterDays: number
    addedAt: string
    retiredAt: string | null
    problem: Generated<'' | 'full' | 'readonly' | 'locked' | 'gone' | 'unreadable'>
    problemAt: string | null
  }
  backupRule: {
    id: Generated<number>
    rev: Generated<number>
    isAutomatic: Generated<number>
    afterSigning: Generated<number>
    onQuitting: Generated<number>
    withExport: Generated<number>
    daily: Generated<number>
    weekly: Generated<number>
    monthly: Generated<number>
    yearly: Generated<number>
    signedYears: Generated<number>
    checkAfterDays: Generated<number>
    recipient: Generated<string>
    wrappedKey: Generated<string>
    encryptedSince: string | null
    libraryCheckedAt: string | null
    libraryFault: Generated<string>
  }
  branch: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    sortKey: string
    folded: string
    kind: 'union' | 'branch'
    sector: 'public' | 'specialised' | 'education' | 'other'
    parentId: number | null
    leader: Generated<string>
    decisionNumber: Generated<string>
    foundedOn: string
    closedOn: string | null
    note: Generated<string>
  }
  campaign: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    kind: 'book_day' | 'campaign' | 'programme'
    year: number | null
    note: Generated<string>
  }
  checklistItem: {
    id: Generated<number>
    rev: Generated<number>
    checklist: 'workflow' | 'infrastructure'
    code: string | null
    name: Generated<string>
    addedOn: string | null
    droppedOn: string | null
  }
  checklistState: {
    id: Generated<number>
    itemId: number
    fromOn: string
    state: 'digital' | 'partly' | 'manual'
    tool: Generated<string>
  }
  connection: {
    id: Generated<number>
    rev: Generated<number>
    siteId: number
    kind: 'fibre' | 'leased' | 'copper' | 'mobile' | 'satellite' | 'other'
    provider: Generated<string>
    speedMbps: number | null
    monthlyCost: number | null
    fromOn: string
    untilOn: string | null
    note: Generated<string>
  }
  cooperationProject: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    folded: string
    role: 'owner' | 'beneficiary' | 'partner' | 'sponsor'
    country: string
    startsOn: string
    endsOn: string | null
    endedOn: string | null
    ending: 'finished' | 'stopped' | null
    currency: string
    amountMinor: number | null
    rate: number | null
    rateOn: string | null
    amountVnd: number | null
    beneficiaries: string
    peopleSent: number | null
    peopleReceived: number | null
    result: string
    note: string
    removedOn: string | null
  }
  cooperationReport: {
    id: Generated<number>
    year: number
    madeOn: string
    paper: string
    paperHash: string
    removedOn: string | null
  }
  cooperationReportSending: {
    id: Generated<number>
    reportId: number
    recipient: string
    sentOn: string | null
  }
  cooperationRule: {
    id: Generated<number>
    rev: Generated<number>
    noticeDays: number
    recipients: string
  }
  copy: {
    id: Generated<number>
    rev: Generated<number>
    titleId: number
    seriesId: number
    number: number
    accessionNumber: string
    siteId: number
    storeId: number | null
    status: 'available' | 'in_process' | 'on_loan' | 'in_rotation' | 'in_repair' | 'missing'
    condition: 'good' | 'worn' | 'damaged'
    voucherId: number
    accessionedOn: string
    withdrawnOn: string | null
    withdrawalId: number | null
    cancelledOn: string | null
    priceMinor: number | null
    barcode: string
    shelf: string
    callNumber: string
    enumeration: string
    note: string
  }
  copyPast: {
    id: Generated<number>
    copyId: number
    untilOn: string
    siteId: number
    storeId: number | null
    condition: 'good' | 'worn' | 'damaged'
  }
  copyRemoval: {
    id: Generated<number>
    volumeId: number
    removedOn: string
    reason: string
    copies: number
    createdAt: string
    takenBackOn: string | null
  }
  counterImport: {
    id: Generated<number>
    rev: Generated<number>
    fileName: string
    jobId: number
    importedAt: string
    finishedAt: string | null
    cells: Generated<number>
    overwritten: Generated<number>
    undoneAt: string | null
    kept: Generated<number>
  }
  counterKind: {
    id: Generated<number>
    rev: Generated<number>
    code: string
    name: Generated<string>
    hiddenOn: string | null
    feed:
      | 'visit_onsite'
      | 'visit_outside'
      | 'visit_online'
      | 'in_house'
      | 'lent'
      | 'card_issued'
      | 'card_issued_child'
      | 'card_renewed'
      | 'card_valid'
      | 'none'
      | null
    rhythm: 'day' | 'month' | null
  }
  counterPast: {
    id: Generated<number>
    counterValueId: number
    value: number | null
    source: string
    until: string
    reason: string
    userId: number | null
    importId: number | null
  }
  counterValue: {
    id: Generated<number>
    rev: Generated<number>
    siteId: number
    on: string
    kindCode: string
    value: number | null
    source: Generated<string>
    importId: number | null
  }
  delegation: {
    id: Generated<number>
    rev: Generated<number>
    direction: 'out' | 'in'
    programme: string
    folded: string
    country: string
    partnerId: number | null
    projectId: number | null
    activityId: number | null
    startsOn: string
    endsOn: string
    leaders: number
    librarians: number
    others: number
    people: string
    funding: string
    result: string
    removedOn: string | null
  }
  delivery: {
    id: Generated<number>
    packageId: number
    road: 'https' | 'file' | 'qr' | 'telephone'
    startedAt: string
    endedAt: string | null
    problem: string | null
    bytesThere: Generated<number>
    jobId: number | null
  }
  digitalCollection: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    description: string
    openedOn: string
    closedOn: string | null
  }
  digitalCollectionTitle: {
    id: Generated<number>
    collectionId: number
    titleId: number
    addedOn: string
    removedOn: string | null
  }
  digitalFile: {
    id: Generated<number>
    folderId: number
    path: string
    size: number
    modifiedMs: number
    seenProblems: string
    page: number | null
    state: 'waiting' | 'good' | 'noticed' | 'bad' | 'gone'
    problems: string
    sha256: string | null
    format: 'tiff' | 'jpeg' | 'png' | 'pdf' | 'other' | null
    pages: number | null
    widthPx: number | null
    heightPx: number | null
    dpi: number | null
    colour: 'bilevel' | 'grey' | 'colour' | null
    bits: number | null
    isEncrypted: Generated<number>
    readProblems: Generated<string>
    checkedAt: string | null
    addedOn: string | null
    goneOn: string | null
  }
  digitizationBatch: {
    id: Generated<number>
    rev: Generated<number>
    projectId: number
    name: string
    madeAt: string
    jobId: number | null
  }
  digitizationEvent: {
    id: Generated<number>
    jobId: number
    at: string
    on: string
    kind:
      | 'made'
      | 'taken'
      | 'handed_back'
      | 'finished'
      | 'sent_back'
      | 'moved'
      | 'recalled'
      | 'counted'
      | 'cancelled'
      | 'reopened'
    stageId: number
    stageKind:
      | 'select'
      | 'prepare'
      | 'scan'
      | 'process'
      | 'check'
      | 'ocr'
      | 'describe'
      | 'package'
      | 'publish'
      | 'preserve'
    toStageId: number | null
    pages: number | null
    files: number | null
    bytes: number | null
    userId: number | null
    machine: Generated<string>
    reason: Generated<string>
    note: Generated<string>
    ofEventId: number | null
    actId: number | null
  }
  digitizationJob: {
    id: Generated<number>
    rev: Generated<number>
    code: string
    titleId: number
    copyId: number | null
    projectId: number
    batchId: number | null
    class:
      | 'rare'
      | 'ancient'
      | 'local_history'
      | 'out_of_copyright'
      | 'endogenous'
      | 'special_value'
      | 'other'
    material:
      | 'book'
      | 'serial'
      | 'map'
      | 'audiovisual'
      | 'microform'
      | 'manuscript'
      | 'hannom'
      | 'braille'
      | 'talking_book'
      | 'large_print'
      | 'digital'
      | 'link'
      | 'article'
    templateVersionId: number
    stageId: number
    state: 'open' | 'done' | 'cancelled'
    priority: Generated<number>
    expectedPages: number | null
    takenById: number | null
    createdAt: string
    updatedAt: string
  }
  digitizationMachine: {
    id: Generated<number>
    name: string
  }
  digitizationPlan: {
    id: Generated<number>
    rev: Generated<number>
    year: number
    decisionNumber: Generated<string>
    approvedOn: string | null
    note: Generated<string>
  }
  digitizationProject: {
    id: Generated<number>
    rev: Generated<number>
    planId: number
    name: string
    manner: 'in_house' | 'contractor'
    contractor: Generated<string>
    funding: Generated<string>
    budgetMinor: number | null
    startsOn: string | null
    endsOn: string | null
    closedOn: string | null
    note: Generated<string>
  }
  digitizationRights: {
    id: Generated<number>
    titleId: number
    status: 'public_domain' | 'licensed' | 'own' | 'orphan' | 'restricted' | 'unknown'
    basis: string
    evidence: string
    decidedOn: string
    decidedBy: string
    expiresOn: string | null
    takenBackOn: string | null
    createdAt: string
  }
  digitizationStage: {
    id: Generated<number>
    versionId: number
    place: number
    kind:
      | 'select'
      | 'prepare'
      | 'scan'
      | 'process'
      | 'check'
      | 'ocr'
      | 'describe'
      | 'package'
      | 'publish'
      | 'preserve'
    name: string
    role: 'administrator' | 'cataloguer' | 'digitizer' | 'activities' | 'desk' | 'director' | 'reader' | null
  }
  digitizationStoppage: {
    id: Generated<number>
    rev: Generated<number>
    kind: 'scanner' | 'power' | 'computer' | 'network' | 'staff' | 'supplies' | 'document' | 'other'
    machine: Generated<string>
    startedOn: string
    endedOn: string | null
    note: Generated<string>
  }
  digitizationTarget: {
    id: Generated<number>
    projectId: number
    class:
      | 'rare'
      | 'ancient'
      | 'local_history'
      | 'out_of_copyright'
      | 'endogenous'
      | 'special_value'
      | 'other'
    titles: number
    pages: number
    files: number
  }
  digitizationTemplate: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    material:
      | 'book'
      | 'serial'
      | 'map'
      | 'audiovisual'
      | 'microform'
      | 'manuscript'
      | 'hannom'
      | 'braille'
      | 'talking_book'
      | 'large_print'
      | 'digital'
      | 'link'
      | 'article'
      | null
    retiredOn: string | null
  }
  digitizationTemplateVersion: {
    id: Generated<number>
    templateId: number
    version: number
    createdAt: string
  }
  disbursement: {
    id: Generated<number>
    allocationId: number
    on: string
    amount: number
    documentNumber: Generated<string>
    note: Generated<string>
  }
  doubtExplanation: {
    id: Generated<number>
    periodId: number
    rule: string
    code: string
    details: string
    text: string
    writtenById: number | null
    writtenAt: string
  }
  draft: {
    id: Generated<number>
    userId: number
    form: string
    values: string
    savedAt: string
  }
  duesEntry: {
    id: Generated<number>
    branchId: number
    year: number
    kind: 'charge' | 'payment'
    amountMinor: number
    on: string
    basis: 'member' | 'unit' | null
    rateMinor: number | null
    members: number | null
    receiptNumber: Generated<string>
    note: Generated<string>
    correctsId: number | null
  }
  duesRate: {
    id: Generated<number>
    fromYear: number
    sector: 'public' | 'specialised' | 'education' | 'other'
    basis: 'member' | 'unit'
    amountMinor: number
    document: Generated<string>
  }
  earlierFigure: {
    id: Generated<number>
    reportId: number
    code: string
    fromOn: string
    untilOn: string
    status: 'known' | 'not_applicable' | 'not_collected'
    value: number | null
  }
  earlierReport: {
    id: Generated<number>
    rev: Generated<number>
    fileName: string
    source: string
    fileId: number | null
    proofName: Generated<string>
    jobId: number
    takenById: number | null
    takenAt: string
    undoneOn: string | null
  }
  enrolment: {
    id: Generated<number>
    signingKeyId: number
    endpoint: string
    receiver: string
    receiverKey: string
    recipient: string | null
    sharedKey: string
    enrolledAt: string
    gaps: Generated<string>
  }
  epoch: {
    id: Generated<number>
    uuid: string
    startedAt: string
  }
  equipment: {
    id: Generated<number>
    rev: Generated<number>
    inventoryNumber: string
    name: string
    kind:
      | 'computer'
      | 'server'
      | 'scanner'
      | 'camera'
      | 'studio'
      | 'printer'
      | 'rfid'
      | 'network'
      | 'accessible'
      | 'display'
      | 'vehicle'
      | 'furniture'
      | 'other'
    purpose: 'work' | 'readers'
    model: Generated<string>
    serialNumber: Generated<string>
    tagType: Generated<string>
    source: 'purchase' | 'project' | 'donation' | 'transfer' | 'other'
    sourceName: Generated<string>
    acquiredOn: string
    price: number | null
    warrantyUntil: string | null
    siteId: number | null
    roomId: number | null
    note: Generated<string>
    retiredOn: string | null
    retirementId: number | null
    giftItemId: number | null
  }
  equipmentEvent: {
    id: Generated<number>
    equipmentId: number
    kind: 'broken' | 'repair' | 'working'
    on: string
    until: string | null
    cost: number | null
    note: Generated<string>
  }
  evidenceFile: {
    id: Generated<number>
    hash: string
    form: 'jpg' | 'png' | 'pdf' | 'docx'
    size: number
  }
  exchange: {
    id: Generated<number>
    rev: Generated<number>
    direction: 'out' | 'in'
    kind: 'loan' | 'copy' | 'file' | 'exchange'
    what: string
    documents: number
    partnerId: number | null
    pointId: number | null
    agreementId: number | null
    askedOn: string
    sentOn: string | null
    dueOn: string | null
    returnedOn: string | null
    refusedOn: string | null
    cost: number | null
    note: Generated<string>
  }
  figure: {
    id: Generated<number>
    periodId: number
    code: string
    version: number
    status: 'known' | 'zero_base' | 'not_applicable' | 'not_collected'
    value: number | null
    parameters: string
    rowSet: string
    compared: string | null
  }
  fileCopy: {
    id: Generated<number>
    volumeId: number
    fileId: number
    path: string
    size: number
    sha256: string
    addedOn: string
    state: 'matched' | 'mismatched' | 'missing' | 'unreadable'
    checkedAt: string
    removalId: number | null
  }
  fileFolder: {
    id: Generated<number>
    rev: Generated<number>
    titleId: number
    jobId: number | null
    path: string
    purpose: 'master' | 'use' | 'text' | 'other'
    profileId: number | null
    state: 'new' | 'partial' | 'checked' | 'lost'
    linkedAt: string
    checkedAt: string | null
  }
  filePackage: {
    id: Generated<number>
    rev: Generated<number>
    code: string
    titleId: number
    path: string
    files: number
    bytes: number
    seal: string
    recipient: string
    rightsId: number
    madeAt: string
    receivedAt: string | null
    receivedBy: string | null
  }
  fileProfile: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    pattern: string
    firstPage: number
    formats: string
    minDpi: number | null
    minColour: 'bilevel' | 'grey' | 'colour' | null
  }
  fileText: {
    id: Generated<number>
    rev: Generated<number>
    sha256: string
    source: 'read' | 'brought' | 'typed'
    tool: string
    languages: string
    confidence: number | null
    problem: 'timed_out' | 'failed' | 'altered' | 'unreadable' | null
    text: string
    broughtSum: string | null
    readAt: string
    corrected: string | null
    correctedAt: string | null
  }
  findingKind: {
    id: Generated<number>
    place: number
    name: string
    severity: 'critical' | 'major' | 'minor'
    retiredOn: string | null
  }
  fixityCheck: {
    id: Generated<number>
    copyId: number
    at: string
    on: string
    result: 'matched' | 'mismatched' | 'missing' | 'unreadable'
    jobId: number
  }
  formerCopy: {
    id: Generated<number>
    mergerId: number
    formerId: number
    formerTitleId: number
    copyId: number | null
    accessionNumber: string
    barcode: string
    prefix: string
    number: number
    digits: number
    title: string
    foldedTitle: string
    material: string
    siteName: string
    storeName: string
    status: string
    condition: string
    priceMinor: number | null
    source: string
    voucherNumber: string
    accessionedOn: string
    withdrawnOn: string | null
    decisionNumber: string
    cancelledOn: string | null
    numberTwinId: number | null
    barcodeTwinId: number | null
    givenNumber: string | null
    givenBarcode: string | null
  }
  formerProvince: {
    id: Generated<number>
    code: string
    name: string
    kind: 'tỉnh' | 'thành phố'
    provinceCode: string
    validUntil: string
  }
  friendlyAssessment: {
    id: Generated<number>
    rev: Generated<number>
    year: number
    assessedOn: string
    rule: string
    note: Generated<string>
  }
  friendlyProof: {
    id: Generated<number>
    scoreId: number
    fileId: number
    name: string
    addedAt: string
    removedOn: string | null
  }
  friendlyScore: {
    id: Generated<number>
    assessmentId: number
    criterion: number
    score: number | null
    remark: Generated<string>
  }
  gift: {
    id: Generated<number>
    rev: Generated<number>
    kind: 'money' | 'books' | 'equipment' | 'other'
    receivedOn: string
    partnerId: number | null
    donorName: string
    origin: 'domestic' | 'foreign'
    purpose: 'general' | 'technology' | 'reading' | 'training' | 'facilities' | 'other'
    what: string
    folded: string
    valueBasis: 'known' | 'estimated' | 'unknown'
    currency: string
    amountMinor: number | null
    rate: number | null
    rateOn: string | null
    amountVnd: number | null
    copies: number | null
    voucherId: number | null
    projectId: number | null
    activityId: number | null
    note: string
    receiptYear: number | null
    receiptNumber: number | null
    receiptOn: string | null
    letterYear: number | null
    letterNumber: number | null
    letterOn: string | null
    removedOn: string | null
  }
  giftItem: {
    id: Generated<number>
    giftId: number
    name: string
    quantity: number
    valueMinor: number | null
  }
  givenFigure: {
    id: Generated<number>
    rev: Generated<number>
    code: string
    fromOn: string
    untilOn: string
    status: 'known' | 'not_applicable' | 'not_collected'
    value: number | null
    reason: string
    fileId: number | null
    fileName: Generated<string>
    givenById: number | null
    givenAt: string
    removedOn: string | null
  }
  importProfile: {
    id: Generated<number>
    name: string
    profile: string
  }
  importRecord: {
    id: Generated<number>
    runId: number
    place: number
    file: number
    at: number
    length: number
    verdict: 'new' | 'changed' | 'same' | 'inside' | 'invalid' | 'unread'
    rule: string
    decision: 'create' | 'overlay' | 'copies' | 'skip' | null
    label: string
    copies: number
    problems: string
    titleId: number | null
    insideOf: number | null
    before: string | null
    revAfter: number | null
  }
  importRun: {
    id: Generated<number>
    rev: Generated<number>
    state: 'reading' | 'staged' | 'writing' | 'written' | 'undoing' | 'undone'
    source: string
    options: string
    files: string
    encoding: string
    counts: string
    written: string
    position: number
    stageJobId: number
    writeJobId: number | null
    userId: number | null
    startedAt: string
    writtenAt: string | null
    undoneAt: string | null
  }
  indicatorTarget: {
    id: Generated<number>
    rev: Generated<number>
    indicatorCode: string
    period: string
    scope: 'library' | 'province' | 'national'
    direction: 'at_least' | 'at_most'
    value: number | null
    fromOn: string
    documentId: number | null
    roadmapId: number | null
    source: Generated<string>
  }
  inspection: {
    id: Generated<number>
    rev: Generated<number>
    uuid: string
    name: string
    state: 'open' | 'paused' | 'closed'
    verdict: 'passed' | 'failed' | null
    lot: string
    followsId: number | null
    sizeBy: 'number' | 'percent' | 'table'
    sizeValue: number | null
    fromEachJob: number
    seed: number
    jobs: number
    uncounted: number
    population: number
    size: number
    acceptCritical: number | null
    acceptMajor: number
    acceptMinor: number
    basis: Generated<string>
    note: Generated<string>
    members: Generated<string>
    drawnAt: string
    drawnById: number | null
    closedOn: string | null
    conclusion: Generated<string>
    minutesNumber: Generated<string>
    reopenReason: Generated<string>
    tallies: string | null
    pagesHash: string | null
    paper: string | null
    paperHash: string | null
  }
  inspectionFinding: {
    id: Generated<number>
    pageId: number
    kindId: number
    severity: 'critical' | 'major' | 'minor'
  }
  inspectionJob: {
    id: Generated<number>
    inspectionId: number
    jobId: number
    pages: number
    scanEventId: number | null
    sentBackActId: number | null
  }
  inspectionPage: {
    id: Generated<number>
    rev: Generated<number>
    inspectionId: number
    lotJobId: number
    place: number | null
    page: number
    fileId: number | null
    path: Generated<string>
    verdict: 'good' | 'bad' | null
    note: Generated<string>
    judgedById: number | null
    judgedAt: string | null
    judgedOn: string | null
    heldById: number | null
    heldAt: string | null
  }
  job: {
    id: Generated<number>
    operation: string
    input: string
    userId: number | null
    state: 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted'
    done: Generated<number>
    total: number | null
    output: string | null
    error: string | null
    startedAt: string
    endedAt: string | null
  }
  journalChain: {
    id: Generated<number>
    firstRowId: number | null
    rowHashes: string
    bulk: string | null
    refused: string | null
    hash: string
  }
  journalCommand: {
    id: Generated<number>
    epochId: number
    at: string
    userId: number | null
    operation: string
    jobId: number | null
    isBulk: number
  }
  journalRow: {
    id: Generated<number>
    commandId: number
    tableName: string
    rowId: number
    action: 'insert' | 'update' | 'delete'
    before: string | null
    after: string | null
  }
  labelBatch: {
    id: Generated<number>
    kind: 'spine' | 'barcode' | 'accession' | 'card'
    by: 'copies' | 'voucher' | 'series' | 'unlabelled' | 'cards' | 'batch'
    templateName: string
    sheetName: string
    design: string
    sheet: string
    labels: number
    each: number
    madeAt: string
    userId: number | null
    jobId: number
    forgottenAt: string | null
  }
  labelBatchCopy: {
    id: Generated<number>
    batchId: number
    copyId: number
  }
  labelPrinter: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    shiftXMm: number
    shiftYMm: number
    scaleXPercent: number
    scaleYPercent: number
  }
  labelSheet: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    columns: number
    rows: number
    pageWidthMm: number
    pageHeightMm: number
    marginLeftMm: number
    marginTopMm: number
    labelWidthMm: number
    labelHeightMm: number
    gapXMm: number
    gapYMm: number
  }
  labelTemplate: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    kind: 'spine' | 'barcode' | 'accession' | 'card'
    design: string
  }
  library: {
    id: Generated<number>
    rev: Generated<number>
    uuid: string
    name: string
    code: string
    provinceCode: string
    formerProvinceCode: string
    site: string
    language: 'vi' | 'en'
    lockAfterMinutes: number
    governingBody: string
    placeName: string
    reportSymbol: string
    recipients: string
    signerTitle: string
    signerName: string
    callNumberRule: Generated<string>
    weedingRule: Generated<string>
    digitizationRule: Generated<string>
    preservationRule: Generated<string>
    textRule: Generated<string>
    inspectionRule: Generated<string>
    friendlyRule: Generated<string>
    staffRule: Generated<string>
    facilitiesRule: Generated<string>
  }
  linkCheck: {
    id: Generated<number>
    titleId: number
    checkedOn: string
    isWorking: number
    note: string
  }
  loan: {
    id: Generated<number>
    rev: Generated<number>
    copyId: number
    readerId: number | null
    groupId: number
    siteId: number
    lentOn: string
    lentAt: string
    dueOn: string
    dueBefore: string | null
    renewals: Generated<number>
    returnedOn: string | null
    returnedAt: string | null
    returnedSiteId: number | null
    arrivedOn: string | null
    lostOn: string | null
  }
  marcRecord: {
    id: Generated<number>
    marc: string
  }
  member: {
    id: Generated<number>
    rev: Generated<number>
    branchId: number
    name: string
    sortKey: string
    folded: string
    position: Generated<string>
    cardNumber: Generated<string>
    decisionNumber: Generated<string>
    admittedOn: string
    leftOn: string | null
    leftReason: Generated<string>
    note: Generated<string>
  }
  membership: {
    id: Generated<number>
    rev: Generated<number>
    body: string
    folded: string
    scope: 'domestic' | 'international'
    since: string
    endedOn: string | null
    currency: string
    feeMinor: number | null
    note: string
    removedOn: string | null
  }
  membershipFee: {
    id: Generated<number>
    membershipId: number
    year: number
    paidMinor: number
    paidOn: string | null
  }
  merger: {
    id: Generated<number>
    rev: Generated<number>
    runId: number
    unitUuid: string
    unitName: string
    unitCode: string
    formerProvinceCode: string
    letterhead: string
    decisionNumber: string
    decidedOn: string | null
    mergedOn: string
    sites: string
    numbering: string
    found: string
    journalPosition: number
    journalHash: string
    isJournalWhole: number
    archiveHash: string
    archiveSize: number
  }
  milestone: {
    id: Generated<number>
    rev: Generated<number>
    roadmapId: number
    name: string
    workshopGroup: 'infrastructure' | 'software' | 'standards' | 'digital_stock' | 'staff' | 'finance' | null
    taskGroup:
      | 'awareness'
      | 'law'
      | 'infrastructure'
      | 'data'
      | 'platforms'
      | 'security'
      | 'people'
      | 'cooperation'
      | null
    dueOn: string
    post: Generated<string>
    doneOn: string | null
    evidence: Generated<string>
    note: Generated<string>
    removedOn: string | null
  }
  milestoneDelay: {
    id: Generated<number>
    milestoneId: number
    on: string
    dueOn: string
    reason: string
  }
  minimumCondition: {
    id: Generated<number>
    rev: Generated<number>
    kind:
      | 'provincial'
      | 'former_district'
      | 'commune'
      | 'reading_room'
      | 'bookcase'
      | 'community'
      | 'private'
      | 'school'
      | 'agency'
      | 'rotation_point'
      | 'other'
      | 'important'
    measure: 'copies' | 'titles' | 'serials' | 'areaM2' | 'users' | 'visits' | 'technology'
    fromOn: string
    least: number | null
    basis: string
  }
  mobileRoute: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    siteId: number
    vehicleId: number | null
    endedOn: string | null
    note: Generated<string>
  }
  mobileSession: {
    id: Generated<number>
    rev: Generated<number>
    on: string
    state: 'planned' | 'done' | 'dropped'
    siteId: number
    routeId: number | null
    vehicleId: number | null
    pointId: number | null
    place: Generated<string>
    children: number | null
    adults: number | null
    disabled: number | null
    minority: number | null
    documents: number | null
    copiesCarried: number | null
    note: Generated<string>
  }
  mobileStop: {
    id: Generated<number>
    routeId: number
    position: number
    pointId: number | null
    place: Generated<string>
  }
  onlineService: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    kind:
      | 'website'
      | 'opac'
      | 'digital_reading'
      | 'card_registration'
      | 'renewal'
      | 'reference'
      | 'other_service'
      | 'open_knowledge'
    url: Generated<string>
    fromOn: string
    untilOn: string | null
    evidence: Generated<string>
    note: Generated<string>
  }
  openingBalance: {
    id: Generated<number>
    rev: Generated<number>
    asOf: string
    siteId: number
    material:
      | 'book'
      | 'serial'
      | 'map'
      | 'audiovisual'
      | 'microform'
      | 'manuscript'
      | 'hannom'
      | 'braille'
      | 'talking_book'
      | 'large_print'
    language: string
    ddc: string
    source: 'purchase' | 'donation' | 'exchange' | 'deposit' | 'project' | 'other'
    titles: number
    copies: number
    evidence: string
    mergerId: number | null
  }
  otherIncome: {
    id: Generated<number>
    on: string
    kind: 'support' | 'sponsorship' | 'advertising' | 'other'
    source: string
    amountMinor: number
    receiptNumber: Generated<string>
    activityId: number | null
    note: Generated<string>
    correctsId: number | null
  }
  ownIndicator: {
    id: Generated<number>
    rev: Generated<number>
    code: string
    nature: 'in_period' | 'at_end'
    withdrawnOn: string | null
  }
  ownIndicatorVersion: {
    id: Generated<number>
    indicatorId: number
    version: number
    fromOn: string
    name: string
    nameEn: Generated<string>
    unit: string
    unitEn: Generated<string>
    formula: string
    source: string
  }
  packageReceipt: {
    id: Generated<number>
    packageId: number
    road: 'https' | 'file' | 'qr' | 'telephone'
    outcome: 'accepted' | 'already_known' | 'superseded' | 'conflict' | 'mapped'
    receivedAt: string | null
    notedAt: string
    file: string
  }
  partner: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    sortKey: string
    folded: string
    kind: 'library' | 'school' | 'agency' | 'association' | 'fund' | 'company' | 'person' | 'other'
    origin: 'domestic' | 'foreign'
    country: Generated<string>
    note: Generated<string>
    contactName: Generated<string>
    phone: Generated<string>
    email: Generated<string>
    address: Generated<string>
    closedOn: string | null
  }
  period: {
    id: Generated<number>
    rev: Generated<number>
    period: string
    kind: 'quarter' | 'half_year' | 'nine_months' | 'year' | 'range'
    fromOn: string
    toOn: string
    state: 'open' | 'checked' | 'signed'
    preparedById: number | null
    checkedById: number | null
    checkedAt: string | null
    signedById: number | null
    signedAt: string | null
    position: number | null
    journalHash: string | null
    figuresHash: string | null
    paper: string | null
    paperHash: string | null
    remark: Generated<string>
    doubts: string | null
    year: number | null
    quarter: number | null
    note: Generated<string>
    leftOut: Generated<string>
    handedOverAt: string | null
  }
  policyDocument: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    number: Generated<string>
    issuedOn: string | null
    issuer: Generated<string>
    kind:
      | 'mechanism'
      | 'policy'
      | 'project'
      | 'resolution'
      | 'directive'
      | 'law'
      | 'decree'
      | 'decision'
      | 'circular'
      | 'letter'
      | 'other'
    field: 'general' | 'digital' | 'digitization' | 'reading' | 'service' | 'staff' | 'funding' | 'other'
    origin: 'own' | 'outer'
    quotedAs: Generated<string>
    note: Generated<string>
    removedOn: string | null
  }
  policyStage: {
    id: Generated<number>
    documentId: number
    stage: 'review' | 'advise' | 'consult' | 'issue' | 'amend'
    on: string
    evidence: Generated<string>
    note: Generated<string>
  }
  poolRecord: {
    id: Generated<number>
    poolId: number
    title: string
    authors: string
    publisher: string
    publishedYear: number | null
    isbn: string
    marc: string
  }
  population: {
    id: Generated<number>
    rev: Generated<number>
    year: number
    people: number
    source: string
    note: Generated<string>
  }
  producedPdf: {
    id: Generated<number>
    periodId: number
    revision: number
    hash: string
    size: number
    madeAt: string
  }
  product: {
    id: Generated<number>
    rev: Generated<number>
    kind: 'bibliography' | 'review' | 'articles' | 'other'
    name: string
    foreword: string
    groupBy: 'none' | 'ddc' | 'subject' | 'author' | 'year' | 'material'
    hasAuthorIndex: number
    hasTitleIndex: number
    hasSummaries: number
    issuedOn: string | null
    paper: string | null
    createdAt: string
  }
  productTitle: {
    id: Generated<number>
    productId: number
    titleId: number
  }
  projectActivity: {
    id: Generated<number>
    projectId: number
    activityId: number
  }
  projectPartner: {
    id: Generated<number>
    projectId: number
    partnerId: number
  }
  province: {
    id: Generated<number>
    code: string
    name: string
  }
  provinceKind: {
    id: Generated<number>
    provinceCode: string
    kind: 'tỉnh' | 'thành phố'
    validFrom: string
    validTo: string | null
  }
  reader: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    sortKey: string
    folded: string
    groupId: number
    bornOn: string | null
    phone: string
    address: string
    unit: string
    guardian: string
    guardianPhone: string
    note: string
    addedOn: string
    suspendedOn: string | null
    suspendedUntil: string | null
    suspendedFor: Generated<string>
  }
  readerCard: {
    id: Generated<number>
    rev: Generated<number>
    number: string | null
    readerId: number | null
    isChild: 0 | 1
    issuedOn: string
    expiresOn: string
    endedOn: string | null
    endedFor: 'replaced' | 'lost' | 'returned' | 'erased' | null
  }
  readerCardAct: {
    id: Generated<number>
    cardId: number
    act: 'issued' | 'renewed' | 'replaced'
    on: string
    until: string
    isChild: 0 | 1
  }
  readerConsent: {
    id: Generated<number>
    readerId: number
    givenBy: 'reader' | 'guardian'
    form: 'paper' | 'electronic' | 'recorded'
    givenOn: string
    withdrawnOn: string | null
  }
  readerGroup: {
    id: Generated<number>
    rev: Generated<number>
    code: string | null
    name: Generated<string>
    isChild: 0 | 1
    hiddenOn: string | null
  }
  readerSetting: {
    id: Generated<number>
    rev: Generated<number>
    mode: 'counters' | 'cards' | 'loans'
    rule: Generated<string>
    lastNumber: Generated<number>
  }
  receiverMessage: {
    id: Generated<number>
    enrolmentId: number
    number: number
    kind: string
    content: string
    cameAt: string
    readAt: string | null
    answer: Generated<string>
    restatementId: number | null
    answeredAt: string | null
    answerSentAt: string | null
  }
  recordPool: {
    id: Generated<number>
    name: string
    fileName: string
    records: number
    jobId: number
    addedOn: string
  }
  referenceTerm: {
    id: Generated<number>
    list: 'ddcClass' | 'language' | 'relator'
    code: string
    name: string
    nameEn: string
    position: number
  }
  registerBook: {
    id: Generated<number>
    register: 'individual' | 'accessions' | 'withdrawals' | 'stock'
    year: number
    seriesId: number | null
    linesPerPage: number
    closedAt: string | null
    hash: string | null
    mergerId: number | null
    seriesName: Generated<string>
  }
  registerLine: {
    id: Generated<number>
    bookId: number
    number: number
    kind: 'entry' | 'correction'
    correctsId: number | null
    writtenOn: string
    copyId: number | null
    voucherId: number | null
    withdrawalId: number | null
    cells: string
  }
  reportBlock: {
    id: Generated<number>
    rev: Generated<number>
    periodId: number
    block:
      | 'm1'
      | 'm2a'
      | 'm2b'
      | 'm2c'
      | 'm2d'
      | 'm3'
      | 'ht'
      | 'hv'
      | 'general'
      | 'strengths'
      | 'weaknesses'
      | 'causes'
      | 'next'
      | 'department'
      | 'ministry'
    text: string | null
    rememberedFrom: string | null
    writtenById: number | null
    writtenAt: string | null
  }
  reportRegistration: {
    id: Generated<number>
    rev: Generated<number>
    periodId: number
    restatement: number
    number: string
    registeredOn: string
    reason: string
    registeredById: number | null
    registeredAt: string
    fileId: number | null
    fileName: string | null
  }
  reportingUnit: {
    id: Generated<number>
    rev: Generated<number>
    code: string
    name: string
    libraryUuid: string | null
    keyFingerprint: string | null
    removedOn: string | null
  }
  restatedFigure: {
    id: Generated<number>
    restatementId: number
    code: string
    version: number
    status: 'known' | 'zero_base' | 'not_applicable' | 'not_collected'
    value: number | null
    parameters: string
    rowSet: string
  }
  restatement: {
    id: Generated<number>
    periodId: number
    number: number
    reason: string
    signedById: number
    signedAt: string
    position: number
    journalHash: string
    figuresHash: string
    paper: string
    paperHash: string
  }
  restoration: {
    id: Generated<number>
    epochId: number
    fileName: string
    orderedAt: string
    restoredAt: string
    aside: string
  }
  retirement: {
    id: Generated<number>
    rev: Generated<number>
    number: string
    decidedOn: string
    disposal: 'sell' | 'destroy' | 'transfer' | 'other'
    basis: Generated<string>
    reason: string
    members: Generated<string>
  }
  roadmap: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    kind: 'it' | 'digital_library' | 'digitization' | 'training' | 'other'
    documentId: number | null
    startsOn: string
    endsOn: string
    submittedOn: string | null
    approvedOn: string | null
    number: Generated<string>
    approvedBy: Generated<string>
    replacedOn: string | null
    replacedById: number | null
    note: Generated<string>
    removedOn: string | null
  }
  room: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    kind: 'reading' | 'children' | 'multimedia' | 'accessible' | 'hall' | 'store' | 'work' | 'other'
    siteId: number | null
    openedOn: string
    closedOn: string | null
    source: 'purchase' | 'project' | 'donation' | 'transfer' | 'other'
    sourceName: Generated<string>
    note: Generated<string>
  }
  roomMeasure: {
    id: Generated<number>
    roomId: number
    fromOn: string
    areaM2: number | null
    seats: number | null
  }
  savedSearch: {
    id: Generated<number>
    userId: number
    name: string
    search: string
  }
  sendingSetting: {
    id: Generated<number>
    automaticSince: string | null
    meteredSince: string | null
    proxy: Generated<string>
    triedAt: string | null
    failures: Generated<number>
    askedAt: string | null
    encryptedSince: string | null
  }
  serialIssue: {
    id: Generated<number>
    rev: Generated<number>
    titleId: number
    volume: string
    number: string
    publishedOn: string | null
    receivedOn: string | null
    state: 'expected' | 'received' | 'missing' | 'claimed'
    note: string
    copyId: number | null
    mergerId: number | null
  }
  servicePoint: {
    id: Generated<number>
    rev: Generated<number>
    siteId: number | null
    partnerId: number | null
    closedOn: string | null
    mergedIntoId: number | null
    model: Generated<'' | 'linked' | 'friendly' | 'smart' | 'united' | 'network'>
    body: Generated<string>
    contactName: Generated<string>
    phone: Generated<string>
    email: Generated<string>
    address: Generated<string>
    note: Generated<string>
  }
  servicePointAnswer: {
    id: Generated<number>
    rev: Generated<number>
    pointId: number
    year: number
    answeredOn: string
    website: 'yes' | 'no' | null
    managed: 'yes' | 'no' | null
    source: Generated<string>
  }
  servicePointFigure: {
    id: Generated<number>
    pointId: number
    fromOn: string
    copies: number | null
    titles: number | null
    serials: number | null
    areaM2: number | null
    source: Generated<string>
  }
  servicePointIdentity: {
    id: Generated<number>
    pointId: number
    fromOn: string
    name: string
    kind:
      | 'provincial'
      | 'former_district'
      | 'commune'
      | 'reading_room'
      | 'bookcase'
      | 'community'
      | 'private'
      | 'school'
      | 'agency'
      | 'rotation_point'
      | 'other'
    commune: Generated<string>
    communeCode: Generated<string>
    district: Generated<string>
    formerProvinceCode: Generated<string>
  }
  servicePointSupport: {
    id: Generated<number>
    rev: Generated<number>
    activityId: number
    pointId: number
    findings: Generated<string>
    followUp: Generated<string>
    followUpBy: string | null
    followedUpOn: string | null
  }
  session: {
    id: Generated<number>
    tokenHash: string
    userId: number
    startedAt: string
    seenAt: string
    lockedAt: string | null
  }
  shipment: {
    id: Generated<number>
    rev: Generated<number>
    number: string
    pointId: number
    preparedOn: string
    dueOn: string | null
    sentOn: string | null
    arrivedOn: string | null
    closedOn: string | null
    fromShipmentId: number | null
    handedBy: Generated<string>
    takenBy: Generated<string>
    note: Generated<string>
  }
  shipmentCopy: {
    id: Generated<number>
    shipmentId: number
    copyId: number
    outcome: 'returned' | 'damaged' | 'missing' | 'transferred' | null
    outcomeOn: string | null
  }
  shipmentExtension: {
    id: Generated<number>
    shipmentId: number
    on: string
    dueBefore: string
    dueOn: string
    reason: string
  }
  shipmentReport: {
    id: Generated<number>
    rev: Generated<number>
    shipmentId: number
    month: string | null
    readers: number | null
    loans: number | null
    source: string
    toldOn: string
  }
  shipmentStranger: {
    id: Generated<number>
    shipmentId: number
    code: string
    copyId: number | null
    foundOn: string
  }
  signIn: {
    id: Generated<number>
    userId: number
    outcome: 'granted' | 'refused'
  }
  signInFailure: {
    id: Generated<number>
    username: string
    failures: number
    lastAt: string
  }
  signingKey: {
    id: Generated<number>
    publicKey: string
    privateKey: string
    madeAt: string
    byPassphrase: Generated<string>
    byRecoveryCode: Generated<string>
  }
  site: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    code: Generated<string>
    note: Generated<string>
    closedOn: string | null
  }
  software: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    purpose: 'library' | 'digital_library' | 'digitization' | 'office' | 'accounting' | 'security' | 'other'
    vendor: Generated<string>
    version: Generated<string>
    licence: 'open_source' | 'perpetual' | 'subscription' | 'free' | 'shared' | 'unknown'
    fromOn: string
    untilOn: string | null
    licenceUntil: string | null
    supportUntil: string | null
    replaceBy: string | null
    replacementPlan: Generated<string>
    note: Generated<string>
  }
  staffAssessment: {
    id: Generated<number>
    memberId: number
    on: string
    level: number
    manner: 'self' | 'manager' | 'test'
  }
  staffHeadcount: {
    id: Generated<number>
    rev: Generated<number>
    fromOn: string
    untilOn: string | null
    digitallyTrained: number | null
    retrained: number | null
    digitallySkilled: number | null
    note: Generated<string>
  }
  staffHeadcountRow: {
    id: Generated<number>
    headcountId: number
    qualification: 'doctorate' | 'master' | 'bachelor' | 'college' | 'intermediate' | 'other'
    post: string
    people: number
  }
  staffMember: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    sortKey: string
    startsOn: string
    endsOn: string | null
    note: Generated<string>
  }
  staffPosting: {
    id: Generated<number>
    memberId: number
    fromOn: string
    qualification: 'doctorate' | 'master' | 'bachelor' | 'college' | 'intermediate' | 'other'
    speciality: 'library' | 'technology' | 'other'
    post: string
    contract: 'official' | 'contract' | 'other'
    workload: 'full' | 'part'
    siteId: number | null
  }
  stocktake: {
    id: Generated<number>
    rev: Generated<number>
    uuid: string
    name: string
    state: 'planned' | 'open' | 'paused' | 'closing' | 'closed' | 'signed'
    siteId: number | null
    storeId: number | null
    shelfFrom: string
    shelfTo: string
    callFrom: string
    callTo: string
    ddc: string
    material: string | null
    plannedFrom: string | null
    plannedTo: string | null
    basis: string
    note: string
    members: string
    createdAt: string
    openedAt: string | null
    jobId: number | null
    expected: number | null
    firstItemId: number | null
    lastCopyId: number | null
    lastPastId: number | null
    closedOn: string | null
    tallies: string | null
    scansHash: string | null
    minutesNumber: Generated<string>
    signedOn: string | null
    paper: string | null
    paperHash: string | null
  }
  stocktakeItem: {
    id: Generated<number>
    stocktakeId: number
    copyId: number | null
    code: string
    isExpected: number
    siteId: number | null
    storeId: number | null
    shelf: string
    status: 'available' | 'in_process' | 'on_loan' | 'in_rotation' | 'in_repair' | 'missing' | null
    class:
      | 'found'
      | 'misplaced'
      | 'away_present'
      | 'unexpected'
      | 'new_since'
      | 'withdrawn_present'
      | 'cancelled_present'
      | 'unknown'
      | 'on_loan'
      | 'in_rotation'
      | 'in_repair'
      | 'in_process'
      | 'moved_since'
      | 'withdrawn_since'
      | 'missing'
      | null
    scanId: number | null
    settled: 'marked_missing' | 'brought_back' | 'moved' | null
    settledJobId: number | null
    before: string | null
  }
  stocktakeScan: {
    id: Generated<number>
    stocktakeId: number
    key: string
    code: string
    reading: string
    repair: 'none' | 'number' | 'caps' | 'azerty' | 'vietnamese' | 'telex' | 'vni'
    copyId: number | null
    isExpected: number
    at: string
    userId: number | null
    sourceId: number | null
    siteId: number | null
    storeId: number | null
    shelf: string
    undoneAt: string | null
    undoneJobId: number | null
  }
  stocktakeSource: {
    id: Generated<number>
    stocktakeId: number
    kind: 'file' | 'satellite'
    fileName: string
    label: string
    hash: string
    lines: number
    added: number
    known: number
    doubles: number
    unknown: number
    takenFrom: string
    userId: number | null
    jobId: number
    mergedAt: string
    takenOutAt: string | null
  }
  storageVolume: {
    id: Generated<number>
    rev: Generated<number>
    code: string
    uuid: string
    name: string
    kind: 'hdd' | 'ssd' | 'usb' | 'optical' | 'tape' | 'server' | 'other'
    place: string
    capacityBytes: number | null
    months: number | null
    note: string
    markedAt: string | null
    lastPath: string | null
    retiredOn: string | null
    createdAt: string
  }
  store: {
    id: Generated<number>
    rev: Generated<number>
    siteId: number
    name: string
    code: Generated<string>
    closedOn: string | null
    isReadingOnly: Generated<number>
  }
  subscription: {
    id: Generated<number>
    rev: Generated<number>
    titleId: number
    startsOn: string
    endsOn: string | null
    frequency:
      | 'daily'
      | 'weekly'
      | 'biweekly'
      | 'monthly'
      | 'bimonthly'
      | 'quarterly'
      | 'halfyearly'
      | 'yearly'
      | 'irregular'
    source: 'purchase' | 'donation' | 'exchange' | 'deposit' | 'project' | 'other'
    note: string
    mergerId: number | null
  }
  summaryPackage: {
    id: Generated<number>
    periodId: number
    revision: number
    epochId: number
    hash: string
    position: number
    journalHash: string
    payload: string
    writtenAt: string
    file: Generated<string>
    recipient: Generated<string>
  }
  title: {
    id: Generated<number>
    rev: Generated<number>
    title: string
    subtitle: string
    responsibility: string
    publisher: string
    publishedYear: number | null
    isbn: string
    language: string
    ddc: string
    note: string
    addedOn: string
    removedOn: string | null
    createdAt: string
    updatedAt: string
    sortKey: string
    foldedTitle: string
    material: Generated<
      | 'book'
      | 'serial'
      | 'map'
      | 'audiovisual'
      | 'microform'
      | 'manuscript'
      | 'hannom'
      | 'braille'
      | 'talking_book'
      | 'large_print'
      | 'digital'
      | 'link'
      | 'article'
    >
    part: Generated<string>
    authors: Generated<string>
    organisations: Generated<string>
    edition: Generated<string>
    place: Generated<string>
    extent: Generated<string>
    series: Generated<string>
    issn: Generated<string>
    callNumber: Generated<string>
    subjects: Generated<string>
    keywords: Generated<string>
    summary: Generated<string>
    url: Generated<string>
    classes: Generated<string>
    authorKey: Generated<string>
    shelfKey: Generated<string>
    digitalOrigin: 'self' | 'bought' | 'exchanged' | 'open' | null
    hostId: number | null
    mergedIntoId: number | null
  }
  titleAuthority: {
    id: Generated<number>
    titleId: number
    authorityId: number
  }
  titleClass: {
    id: Generated<number>
    titleId: number
    class: 'rare' | 'ancient' | 'local_history' | 'out_of_copyright' | 'endogenous' | 'special_value'
    evidence: string
    setOn: string
    endedOn: string | null
  }
  titleEdit: {
    id: Generated<number>
    edit: string
    jobId: number
    userId: number | null
    titles: number
    madeAt: string
    undoneAt: string | null
  }
  titleEditRow: {
    id: Generated<number>
    editId: number
    titleId: number
    before: string
    revAfter: number
  }
  titleMerge: {
    id: Generated<number>
    keptId: number
    droppedId: number
    before: string
    keptRevAfter: number
    madeAt: string
    undoneAt: string | null
  }
  titleOrigin: {
    id: Generated<number>
    titleId: number
    source: string
    controlNumber: string
    hash: string
    runId: number
  }
  titleTemplate: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    material:
      | 'book'
      | 'serial'
      | 'map'
      | 'audiovisual'
      | 'microform'
      | 'manuscript'
      | 'hannom'
      | 'braille'
      | 'talking_book'
      | 'large_print'
      | 'digital'
      | 'link'
      | 'article'
    marc: string
    isDefault: Generated<number>
  }
  trainingAttendance: {
    id: Generated<number>
    courseId: number
    memberId: number | null
    people: number
    hours: number | null
    certificate: Generated<string>
    evidence: Generated<string>
  }
  trainingCourse: {
    id: Generated<number>
    rev: Generated<number>
    year: number
    name: string
    topic: 'digital' | 'digitization' | 'profession' | 'service' | 'management' | 'language' | 'other'
    organiser: string
    plannedQuarter: number | null
    plannedPeople: number | null
    budget: number | null
    heldFrom: string | null
    heldUntil: string | null
    hours: number | null
    cost: number | null
    evidence: Generated<string>
    note: Generated<string>
  }
  trainingPlan: {
    id: Generated<number>
    rev: Generated<number>
    year: number
    decisionNumber: Generated<string>
    approvedOn: string | null
    note: Generated<string>
  }
  unitFigure: {
    id: Generated<number>
    reportId: number
    code: string
    version: number
    status: 'known' | 'zero_base' | 'not_applicable' | 'not_collected'
    value: number | null
  }
  unitReport: {
    id: Generated<number>
    unitId: number
    period: string
    source: 'package' | 'workbook'
    revision: number
    hash: string
    fileName: string
    signedAt: string | null
    takenById: number | null
    takenAt: string
    takenBackAt: string | null
  }
  user: {
    id: Generated<number>
    rev: Generated<number>
    username: string
    name: string
    role: 'administrator' | 'cataloguer' | 'digitizer' | 'activities' | 'desk' | 'director' | 'reader'
    passwordHash: string
    disabledAt: string | null
  }
  voidNumber: {
    id: Generated<number>
    seriesId: number
    fromNumber: number
    toNumber: number
    reason: string
    declaredOn: string
  }
  voucher: {
    id: Generated<number>
    rev: Generated<number>
    number: string
    receivedOn: string
    source: 'purchase' | 'donation' | 'exchange' | 'deposit' | 'project' | 'other'
    supplier: string
    document: string
    statedCopies: number | null
    statedAmountMinor: number | null
    note: string
    isOpening: number
    completedOn: string | null
    createdAt: string
    mergerId: number | null
  }
  weeding: {
    id: Generated<number>
    rev: Generated<number>
    name: string
    year: number
    disposal: 'destroy' | 'sell' | 'transfer' | 'donate' | 'exchange' | 'books_only'
    note: string
    stage: Generated<'gathering' | 'proposed' | 'listed' | 'founded' | 'appraised' | 'approved'>
    backReason: Generated<string>
    withdrawnOn: string | null
    keptUntil: string | null
    destroyedOn: string | null
    destroyedNote: Generated<string>
    createdAt: string
  }
  weedingItem: {
    id: Generated<number>
    weedingId: number
    copyId: number
    state: 'listed' | 'removed' | 'struck'
    ground: 'out_of_scope' | 'surplus' | 'outdated' | 'damaged' | 'lost'
    disposal: 'destroy' | 'sell' | 'transfer' | 'donate' | 'exchange' | 'books_only' | null
    reason: string
    dropReason: Generated<string>
    facts: string | null
    withdrawalId: number | null
    jobId: number | null
  }
  weedingPaper: {
    id: Generated<number>
    rev: Generated<number>
    weedingId: number
    kind: 'proposal' | 'list' | 'council' | 'minutes' | 'approval'
    symbol: string
    number: Generated<string>
    signedOn: string | null
    content: string
    paper: string | null
    paperHash: string | null
    scanHash: string | null
    scanName: string | null
    scanSize: number | null
  }
  withdrawal: {
    id: Generated<number>
    rev: Generated<number>
    decisionNumber: string
    decidedOn: string
    withdrawnOn: string
    ground: 'out_of_scope' | 'surplus' | 'outdated' | 'damaged' | 'lost' | 'transferred' | 'other'
    note: string
    takenBackOn: string | null
    takenBackReason: Generated<string>
  }
}
