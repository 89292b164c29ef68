/** A row of each table with personal columns, each filled with the mark “dấu riêng”, so that it is seen wherever it goes. */
export const personalRows = `
insert into stocktake (id, uuid, name, state, shelfFrom, shelfTo, callFrom, callTo, ddc, basis, note, createdAt,
    members, paper)
  values (1, 'kiem-ke', 'Kiểm kê', 'planned', '', '', '', '', '', '', '', '2026-10-01',
    '["Hồ Dấu Riêng"]', '{"members":["Hồ Dấu Riêng"]}');
insert into stocktakeSource (stocktakeId, kind, fileName, label, hash, lines, added, known, doubles, unknown,
    takenFrom, jobId, mergedAt)
  values (1, 'file', 'quet.csv', 'Máy của Hồ Dấu Riêng', '', 1, 1, 0, 0, 0, '', 1, '2026-10-01');
insert into weeding (id, name, year, disposal, note, createdAt)
  values (1, 'Sách cũ', 2026, 'destroy', '', '2026-10-01');
insert into weedingPaper (weedingId, kind, symbol, content, paper, scanName)
  values (1, 'council', 'QĐ-TV', '{"chair":"Đỗ Dấu Riêng"}', '["Đỗ Dấu Riêng"]', 'do-dau-rieng.pdf');
insert into digitizationRights (titleId, status, basis, evidence, decidedOn, decidedBy, createdAt)
  values (1, 'own', '', '', '2026-10-01', 'Vũ Dấu Riêng', '');
insert into inspection (uuid, name, state, lot, sizeBy, fromEachJob, seed, jobs, uncounted, population, size,
    acceptMajor, acceptMinor, drawnAt, members, paper)
  values ('kiem-tra', 'Nghiệm thu', 'open', '{}', 'table', 0, 1, 1, 0, 1, 1, 0, 0, '2026-10-01',
    '["Mai Dấu Riêng"]', '{"members":["Mai Dấu Riêng"]}');
insert into fileFolder (titleId, path, purpose, state, linkedAt)
  values (1, 'C:\\Users\\dau-rieng-lan\\SoHoa', 'master', 'new', '2026-10-01');
insert into fileText (sha256, source, tool, languages, text, readAt, corrected)
  values ('a', 'read', '', 'vie', 'Ông Dấu Riêng', '2026-10-01', 'Cụ Dấu Riêng');
update library set textRule = '{"path":"C:\\Users\\dau-rieng-lan\\tesseract.exe"}';
insert into filePackage (code, titleId, path, files, bytes, seal, recipient, rightsId, madeAt)
  values ('GN-1', 1, 'E:\\dau-rieng-lan', 1, 1, '', 'Bà Dấu Riêng', 1, '2026-10-01');
insert into activity (id, name, typeCode, state, part, reach, organiser, place, responsible, note, startsOn, endsOn,
    proof, personalDetails)
  values (1, 'Nói chuyện', 'E03', 'done', 'organiser', 'local', '', '', 'Ngô Dấu Riêng', '', '2026-08-01',
    '2026-08-01', 'missing', '{"speaker":"Mai Dấu Riêng"}');
insert into evidenceFile (id, hash, form, size) values (1, '00', 'jpg', 1);
insert into activityEvidence (activityId, fileId, kind, name, addedAt)
  values (1, 1, 'photo', 'dau-rieng-noi-chuyen.jpg', '2026-08-01');
insert into partner (id, name, sortKey, folded, kind, origin, note, contactName, phone, email, address)
  values (1, 'Phan Dấu Riêng', 'phan dau rieng', 'phan dau rieng', 'person', 'domestic', 'Bạn của Dấu Riêng',
    'Hà Dấu Riêng', '0900 dau-rieng', 'dau-rieng@thu.vn', 'Ngõ Dấu Riêng');
insert into agreement (id, name, folded, number, kind, startsOn, note)
  values (1, 'Thỏa thuận', 'thoa thuan', '', 'other', '2026-08-01', '');
insert into agreementEvidence (agreementId, fileId, name, addedAt)
  values (1, 1, 'dau-rieng-ky.pdf', '2026-08-01');
insert into delegation (direction, programme, folded, country, startsOn, endsOn, leaders, librarians, others, people,
    funding, result)
  values ('out', 'Học tập', 'hoc tap', '', '2026-08-01', '2026-08-02', 1, 0, 0, 'Vương Dấu Riêng', '', '');
insert into gift (kind, receivedOn, donorName, origin, purpose, what, folded, valueBasis, currency, note)
  values ('books', '2026-08-01', 'Cao Dấu Riêng', 'domestic', 'general', 'Sách', 'sach', 'unknown', 'VND',
    'Gửi qua Dấu Riêng');
insert into cooperationReport (year, madeOn, paper, paperHash)
  values (2026, '2026-08-01', '{"donor":"Cao Dấu Riêng"}', '00');
insert into branch (id, name, sortKey, folded, kind, sector, leader, foundedOn, note)
  values (1, 'Chi hội 1', 'chi hoi', 'chi hoi', 'branch', 'public', 'Tạ Dấu Riêng', '2020-01-01', 'Nhà Dấu Riêng');
insert into member (branchId, name, sortKey, folded, position, cardNumber, admittedOn, leftReason, note)
  values (1, 'Cao Dấu Riêng', 'rieng cao dau', 'cao dau rieng', 'Trợ lý của Dấu Riêng', 'HV-dau-rieng', '2026-01-01',
    'Theo Dấu Riêng', 'Con Dấu Riêng');
insert into duesEntry (branchId, year, kind, amountMinor, "on", note)
  values (1, 2026, 'payment', 50000, '2026-08-01', 'Dấu Riêng nộp');
insert into otherIncome ("on", kind, source, amountMinor, note)
  values ('2026-08-01', 'support', 'Lý Dấu Riêng', 1000, 'Cảm ơn Dấu Riêng');
insert into award (year, decidedOn, kind, receivedBy, recipient, folded, reason)
  values (2026, '2026-08-01', 'medal', 'person', 'Kim Dấu Riêng', 'kim dau rieng', 'Sáng kiến của Dấu Riêng');
insert into friendlyAssessment (id, year, assessedOn, rule) values (1, 2026, '2026-08-01', '{}');
insert into friendlyScore (id, assessmentId, criterion) values (1, 1, 1);
insert into friendlyProof (scoreId, fileId, name, addedAt)
  values (1, 1, 'dau-rieng-tu-cham.jpg', '2026-08-01');
insert into counterImport (fileName, jobId, importedAt) values ('so-dem-dau-rieng.csv', 1, '2026-10-01');
insert into reader (id, name, sortKey, folded, groupId, bornOn, phone, address, unit, guardian, guardianPhone, note,
    addedOn, suspendedFor)
  values (7, 'Bùi Dấu Riêng', 'rieng bui dau', 'bui dau rieng', 2, '1911-11-11', '0911-dau-rieng', 'Nhà Dấu Riêng',
    'Xóm Dấu Riêng', 'Mẹ Dấu Riêng', '0922-dau-rieng', 'Ghi Dấu Riêng', '2026-10-01', 'Vì Dấu Riêng');
insert into readerCard (number, readerId, isChild, issuedOn, expiresOn)
  values ('THE-DAU-RIENG', 7, 0, '2026-10-01', '2027-10-01');
insert into readerConsent (readerId, givenBy, form, givenOn) values (7, 'reader', 'paper', '2026-10-01');
pragma foreign_keys = off;
insert into loan (copyId, readerId, groupId, siteId, lentOn, lentAt, dueOn)
  values (1, 7, 2, 1, '2026-10-01', '', '2026-10-15');
pragma foreign_keys = on;
insert into givenFigure (code, fromOn, untilOn, status, value, reason, fileName, givenAt)
  values ('M2a.13', '2026-07-01', '2026-09-30', 'known', 5, 'Trang web', 'dau-rieng-so-dem.pdf', '2026-10-01');
insert into earlierReport (fileName, source, proofName, jobId, takenAt)
  values ('dau-rieng-2025.xlsx', 'Báo cáo 45', 'dau-rieng-bao-cao.pdf', 1, '2026-10-01');
insert into storageVolume (code, uuid, name, kind, place, note, lastPath, createdAt)
  values ('OD-01', 'dia-1', 'Ổ 1', 'hdd', '', '', 'D:\\dau-rieng-lan', '2026-10-01');
insert into room (name, kind, openedOn, source, sourceName, note)
  values ('Phòng đọc', 'reading', '2026-01-01', 'donation', 'Ông Tô Dấu Riêng', 'Hỏi cô Dấu Riêng');
insert into equipment (id, inventoryNumber, name, kind, purpose, source, sourceName, acquiredOn, note)
  values (1, 'TB-1', 'Máy tính', 'computer', 'work', 'donation', 'Bà Lý Dấu Riêng', '2026-01-01', 'Cô Dấu Riêng giữ');
insert into equipmentEvent (equipmentId, kind, "on", note)
  values (1, 'broken', '2026-02-01', 'Anh Dấu Riêng báo');
insert into retirement (number, decidedOn, disposal, reason, members)
  values ('1/QĐ', '2026-03-01', 'sell', 'Cũ', '["Cao Dấu Riêng"]');
insert into servicePoint (id, contactName, phone, email, note)
  values (1, 'Hồ Dấu Riêng', '0933-dau-rieng', 'dau-rieng@thuvien.vn', 'Nhờ bà Dấu Riêng');
insert into servicePointIdentity (pointId, fromOn, name, kind)
  values (1, '2020-01-01', 'Thư viện xã', 'commune');
insert into servicePointSupport (activityId, pointId, findings) values (1, 1, 'Cô Dấu Riêng chưa được tập huấn');
insert into exchange (direction, kind, what, documents, pointId, askedOn, note)
  values ('in', 'loan', 'Sách', 1, 1, '2026-08-01', 'Ông Dấu Riêng hỏi');
insert into shipment (id, number, pointId, preparedOn, sentOn, dueOn, handedBy, takenBy, note)
  values (1, '01/LC', 1, '2026-08-01', '2026-08-02', '2026-12-01', 'Bế Dấu Riêng', 'Ma Dấu Riêng', 'Gọi Dấu Riêng');
insert into shipmentExtension (shipmentId, "on", dueBefore, dueOn, reason)
  values (1, '2026-09-01', '2026-10-01', '2026-12-01', 'Bà Dấu Riêng xin thêm');
insert into shipmentReport (shipmentId, loans, source, toldOn) values (1, 20, 'Sổ của Dấu Riêng', '2026-09-01');
insert into mobileRoute (id, name, siteId, note) values (1, 'Tuyến 1', 1, 'Lái xe Dấu Riêng');
insert into mobileSession ("on", state, siteId, place, note)
  values ('2026-08-03', 'done', 1, 'Thôn 1', 'Thầy Dấu Riêng đón');
insert into staffMember (id, name, sortKey, startsOn, note)
  values (1, 'Đinh Dấu Riêng', 'dau rieng dinh', '2020-01-01', 'Con ông Dấu Riêng');
insert into trainingCourse (id, year, name, topic, organiser, heldFrom)
  values (1, 2026, 'Tin học', 'digital', '', '2026-02-01');
insert into trainingAttendance (courseId, memberId, people, certificate, evidence)
  values (1, 1, 1, 'Cấp cho Đinh Dấu Riêng', 'dau-rieng-ky-ten.pdf');
insert into period (id, period, kind, fromOn, toOn, state, paper, doubts)
  values (90, '2001-Q1', 'quarter', '2001-01-01', '2001-03-31', 'open', '{"signer":"Lê Dấu Riêng"}', '[{"by":"Lê Dấu Riêng"}]');
insert into reportRegistration (periodId, restatement, number, registeredOn, reason, registeredAt, fileId, fileName)
  values (90, 0, '15', '2001-04-05', '', '2001-04-05', 1, 'dau-rieng-ky-bao-cao.pdf');
insert into restoration (epochId, fileName, orderedAt, restoredAt, aside)
  values (1, 'dau-rieng-o-ban.db', '2001-04-05', '2001-04-05', 'before-restore/1');
update backupRule set recipient = 'age1', wrappedKey = 'khoa-sao-luu-dau-rieng';
insert into backupPlace (name, path, uuid, lateAfterDays, addedAt)
  values ('USB', '/nha/dau-rieng', 'dau-usb', 14, '2001-04-05');
insert into reportingUnit (id, code, name) values (1, 'TV-A', 'Thư viện A');
insert into unitReport (unitId, source, period, revision, hash, fileName, signedAt, takenAt)
  values (1, 'package', '2001-Q1', 1, '00', 'dau-rieng-gui.khosach', '2001-04-05', '2001-04-05');
insert into enrolment (id, signingKeyId, endpoint, receiver, receiverKey, sharedKey, enrolledAt)
  values (1, 1, 'https://nhan.example', 'Cục Thư viện', 'AAAA', 'khoa-chung-dau-rieng', '2026-10-01');
insert into receiverMessage (enrolmentId, number, kind, content, cameAt, answer)
  values (1, 1, 'question', '{"text":"Hỏi ông Dấu Riêng"}', '2026-10-01', 'Ông Dấu Riêng đã xem lại')`
