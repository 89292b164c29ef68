/**
 * What may be asked from another PC, by those whom the permission table lets: `stranger` before a sign-in, `others` after
 * it, `here` at the serving PC alone. Written by hand, for people to agree on: a new operation is in none of them.
 */
export const lanTable = `
  activities
    others: activity add addCampaign addType attachEvidence calendar campaigns evidence exportList facets
      impact list markDone openEvidence remove removeCampaign removeEvidence removeType repeatCampaign
      restore restoreEvidence takeBackRepeat types update updateCampaign updateType
  association
    others: addAward addBranch addIncome admit assessments attachProof awards branches correctDues
      correctIncome dues entries exportList friendlyRule income members openProof payDues produceReport
      rates reckonDues removeAssessment removeAward removeBranch removeProof removeRate report
      restoreProof saveAssessment setFriendlyRule setRate setReportTexts takeBackAdmission updateAward
      updateBranch updateMember
  backup
    others: check hold make places retirePlace rotation rule setRule status updatePlace
    here: addPlace checkByItself encrypt folders found isCheckDue isDue makeByItself prove recoveryKey
      restore setAside stopEncrypting
  catalogue
    others: addAuthority addIssues addTemplate addTitle authority bindIssues classesOf duplicates
      editTitles edits endClass exportList facets forgetSearch issues linkChecks mergeAuthorities
      mergeTitles merges placeInList previewEdit previewMerge record recordLinkCheck removeAuthority
      removeIssue removeTemplate removeTitle restoreTitle saveRecord saveSearch savedSearches search
      searchAuthorities setClass setSubscription subscriptions templates title twinOf undoEdit undoMerge
      unsetClass updateAuthority updateIssue updateTemplate updateTitle
  cooperation
    others: addAgreement addDelegation addGift addMembership addPartner addProject agreement
      agreementFiles agreements attachAgreementFiles delegation delegations expiring exportList gift
      giftSums gifts makeYearReport membership memberships mergePartners numberGift openAgreementFile
      partner partners produceGiftPaper produceYearReport project projects recordSending
      removeAgreementFile removePartner removeRecord removeYearReport restoreAgreementFile restoreRecord
      restoreYearReport rule setRule updateAgreement updateDelegation updateGift updateMembership
      updatePartner updateProject vouchersToTie yearReports
  copies
    others: accession addSeries addSite addStore addVoucher byCode cancelCopies completeVoucher copy
      countTitles declareVoid exportCopies gaps moveCopies pastOf previewWithdrawal removeVoucher search series
      setCondition setStatus sites takeBackWithdrawal updateCopy updateSeries updateSite updateStore
      updateVoucher voucher vouchers withdraw withdrawal withdrawals
  demo
    others: fill
  digitization
    others: addCollection addProject addStoppage addTemplate addToCollection batches board cancelJobs
      closeProject collectionTitles collections countFiles decideRights finish handBack job jobs
      jobsByCode jobsOfTitle machines makeJobs move plan printSlips prioritise progress projects recall
      removeCollection removeFromCollection removeProject removeStoppage reopenJobs retireTemplate rights
      rightsOf rightsRule savePlan sendBack setRightsRule stoppages take takeBackBatch takeBackRights
      templates undoMove updateCollection updateJob updateProject updateStoppage updateTemplate
  drafts
    others: discard draft list save
  facilities
    others: addConnection addEquipment addEvent addLine addRoom addService addSoftware cancelRetirement
      checklist connections due equipment exportList item printCards printRetirement removeConnection
      removeEquipment removeEvent removeLine removeRoom removeService removeSoftware removeState retire
      retirements rooms rule services setRule setState software updateConnection updateEquipment
      updateLine updateRoom updateService updateSoftware
  health
    others: diagnosis log machine trial
  home
    others: overview
  indicators
    others: addOwn attachGivenProof change changeOwn changeRows earlier earlierTemplate explain
      exportGiven exportOwn exportRows give given leftOut leftOutRows list measures openEarlierProof
      openGivenProof own previewEarlier printExplanation redoEarlier removeGiven restoreGiven restoreOwn
      suppose takeEarlier undoEarlier updateGiven withdrawOwn
  inspection
    others: close draw exportRescan inspection judge kinds list noteOutside page pages pause previewSample
      produce rates remove removeOutside reopen rescan resume rule saveKinds sendBack setRule
      takeBackVerdict takeNext undoSendBack update
  interchange
    others: addPool decide dropFile dropRun effect export exportAll look poolRecord pools profiles record
      records removePool removeProfile run runs saveProfile searchPools setPolicy stage undo usedSince
      vanished write
  jobs
    others: cancel job list
  journal
    others: entry list ofRecord verifyChain
  labels
    others: addPrinter addSheet addTemplate batches forgetBatch preview print printers removePrinter
      removeSheet removeTemplate reprint sample sheets template templates testPage updatePrinter
      updateSheet updateTemplate
  lan
    others: disconnect square standing
    here: renew serve stopServing
  merger
    others: copies decideCopy decideTitles drop exportList formerStock merger mergers numbering obstacles
      produceMinutes setPlan stage titles undo write
  network
    others: addCondition addExchange addPoints addPopulation addSupport answerSurvey conditions exchanges
      exportList importance point pointNames points populations removeCondition removeExchange removePoint
      removePopulation removeSupport supporting supports survey updateCondition updateExchange updatePoint
      updatePopulation updateSupport
  plans
    others: addAllocation addDocument addMilestone addRoadmap addTarget allocations documents exportList
      milestones postpone removeAllocation removeDelay removeDocument removeMilestone removeRoadmap
      removeTargets restoreAllocation restoreDocument restoreMilestone restoreRoadmap roadmap roadmaps
      setTargets targetGrid targets updateAllocation updateDocument updateMilestone updateRoadmap
      updateTarget
  preservation
    others: addProfile addVolume checkFixity checkFolder copies correctText countTexts files findTexts
      folder folderNews folders jobTexts labelVolume packages profiles readTexts registerCopies removals
      removeCopies removeProfile reportVolume retireVolume setRule showFile standing takeBackRemoval
      takeReceipt text textHits textPlan textProgram unlinkFolder updateProfile updateVolume volume
      volumes
    here: checkPackage linkFolder makePackage markVolume places setTextRule updateFolder
  products
    others: addProduct addTitles entries issueProduct list produce product removeProduct removeTitles
      reopenProduct updateProduct
  readers
    others: addConsent addCounterKind addGroup addReader counterDay counterDays counterImports
      counterKinds counterPast deskReader eraseReader erasure exportLoans exportReader exportReaders
      groups importCounters liftSuspension list loans markLost previewCounters printNotices reader
      removeCounterKind renewCard renewLoan replaceCard saveCounters scan setSettings settings suspend
      tally undoCounterImport undoLoan updateCounterKind updateGroup updateReader withdrawConsent
  registers
    others: book books closeYear correctLine lines linesOf previewClosing printBook
  reports
    others: addUnit annexes attachScan changes check consolidation explainDoubt exportConsolidation
      handOver makeForm narrative openPeriod openScan period periods produce readForm register removeUnit
      restate restoreUnit restoreUnitReport sendBack setAnnexes setBlock sign standing takeBackUnitReport
      takeInForm takeInPackage units updateUnit verifyFile
  rotation
    others: addCopies addReport addRoute addSession addShipment cancelExtension cancelSending
      closeShipment confirmArrival copies diary dropStranger exportList extend nextNumber ofCopy planRoute
      printMinutes printPackingList removeReport removeRoute removeSession removeShipment reopenShipment
      reports routes scanReturn send sessions setSessionState shipment shipments takeOut transfer
      undoReturn updateReport updateRoute updateSession updateShipment vehicles
  settings
    others: callNumberRule library list provinces setCallNumberRule setLibrary
  staff
    others: addCourse addHeadcount addMember assess courses exportCourses exportPeople headcounts member
      people removeAssessment removeCourse removeHeadcount removeMember rule savePlan setRule summary
      updateCourse updateHeadcount updateMember
  stock
    others: exportFigures figures growth opening setOpening
  stocktake
    others: add close exportItems item items list mergeFile open pause places previewClosing
      previewOpening produce progress remove reopen resume runs satellitePage scan scans settle shelfOrder
      sign sources stocktake takeOutSource undoScan unsettle update
  sync
    others: answerQuestion attempts budget exportPackage messages noteMessage noteTelephoneCode printCodes
      send setSending status takeBackAnswer verifyPackage
    here: changePassphrase enrol isDue makeKey places readReceipts sendByItself unlockKey writeAnswers
      writeToFolder
  updates
    others: setups status
    here: fetch fetchByItself goBack isDue prepareReturn setAsking stay takeIn takeInClosed verify
  users
    stranger: session signIn signOut unlock
    others: add changePassword disable enable list lock resetPassword touch update
    here: setUp
  weeding
    others: addItems addWeeding approve attachScan candidates changeItems dropItems fetchList gather
      goBack items list openScan produce recordPaper removeScan removeWeeding restoreItems rule savePaper
      setDestroyed setRule standing undoGathering updateWeeding weeding
`
