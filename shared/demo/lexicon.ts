import { list } from './dice.ts'

/** What the slots of a title pattern are filled with, by the slot's name; after `=` the class number of a book about it. */
export const lexicon: Record<string, readonly string[]> = {
  image: list(
    `Mùa hoa|Bến sông|Con đò|Đêm trăng|Ngọn lửa|Cánh đồng|Con đường|Ngôi nhà|Khu vườn|Dòng sông|Cơn mưa|Tiếng chim|Ngọn gió|
    Bóng núi|Vầng trăng|Chuyến tàu|Bức thư|Chiếc lá|Giấc mơ|Khúc hát|Miền ký ức|Lời ru|Cánh chim|Hạt giống|Mảnh đất|
    Tiếng đàn|Ánh đèn|Nắng chiều|Rừng thông|Biển|Bức tranh|Cây đa|Con thuyền|Mái chùa|Tiếng chuông|Khói bếp|Cánh diều|
    Chợ phiên|Đồi chè|Hoa gạo|Hương cau|Bờ tre|Giếng làng|Làng chài|Phố cũ|Mùa lúa|Sương núi|Đá vọng|Suối nguồn|
    Vườn ổi|Cầu treo|Thung lũng|Đường về|Sân ga|Trang nhật ký|Căn gác|Chân trời|Lũy tre|Nhịp cầu|Bóng nắng`,
  ),
  tail: list(
    `cuối mùa|bên kia núi|không tên|năm ấy|trước bình minh|của mẹ|nơi đầu nguồn|ngày trở về|dưới chân đèo|giữa mùa lũ|
    của người lính|mười năm sau|trong mưa|thì thầm|còn lại|quê nhà|tuổi hai mươi|sau chiến tranh|không ngủ|xa xứ|
    của cha|thức giấc|ngoài ô cửa|miền Tây|trên cao nguyên|cuối trời|dưới ánh trăng|mùa nước nổi|một thuở|tháng Ba|
    tháng Chạp|bỏ quên|gọi mùa|đợi chờ|lặng lẽ|hai bờ|trong sương|xanh mãi|bên hiên nhà|chiều cuối năm|của bà|
    ngày giông bão|giữa hai miền|thời hoa lửa|trong tim|qua cầu|của những người ở lại|một mình|đầu làng|cuối phố|
    bên bờ Cổ Chiên|bên bờ Nậm Rốm|trên sông Thạch Hãn|phía sau ngọn đồi|của riêng em|ngày không nắng`,
  ),
  lowImage: list(
    `mùa trăng|cơn gió|người đàn bà|đứa trẻ|dòng sông|ngọn núi|tiếng hát|mùa thu|đóa quỳ vàng|con đò|bầu trời|lời hẹn|
    nỗi nhớ|cánh rừng|ngọn đèn|bến cũ|hạt sương|ngày mai|biển cả|mùa xuân|người về|lối mòn|chiếc bóng|giấc ngủ|bông lúa`,
  ),
  role: list(
    `thợ gốm|lái đò|giữ rừng|đưa thư|kể chuyện|gác đèn|dệt thổ cẩm|đi biển|chép sử|nuôi ong|trồng hoa|gánh nước|mẹ|lính|
    thầy giáo|thợ rèn|bán sách|gác cầu|chăn trâu|hát rong|làm vườn|vẽ tranh|đánh cá|đồng đội|chị|con gái|du kích|lữ hành`,
  ),
  animal: list(
    `gà=636.5|vịt=636.5|lợn=636.4|bò sữa=636.2|bò thịt=636.2|trâu=636.2|dê=636.3|ong mật=638|thỏ=636.9|cá tra=639.3|
    cá rô phi=639.3|cá chép=639.3|tôm thẻ chân trắng=639|tôm càng xanh=639|cua biển=639|ếch=639.3|lươn=639.3|ba ba=639.3|
    nhím=636.9|chim bồ câu=636.5|cá lóc=639.3|cá lăng=639.3|hươu sao=636.2|gà thả vườn=636.5|vịt xiêm=636.5|tằm=638`,
  ),
  crop: list(
    `lúa=633.1|ngô=633.1|khoai lang=635|sắn=633.6|lạc=633.3|đậu tương=633.3|cà phê=633.7|hồ tiêu=633.8|cao su=633.8|
    chè=633.7|điều=634|cam=634|bưởi=634|nhãn=634|vải=634|xoài=634|sầu riêng=634|thanh long=634|chuối=634|dứa=634|mía=633.6|
    rau an toàn=635|nấm=635|hoa lan=635.9|hoa cúc=635.9|hoa hồng=635.9|cà chua=635|dưa hấu=635|khoai tây=635|
    dược liệu=633.8|ca cao=633.7|mắc ca=634|bơ=634|chanh dây=634|na=634|ổi=634|mít=634|dừa=634|măng tây=635|dâu tây=634`,
  ),
  disease: list(
    `tăng huyết áp=616.1|đái tháo đường=616.4|viêm gan=616.3|hen phế quản=616.2|loãng xương=616.7|đau lưng=617.5|
    thoái hóa khớp=616.7|rối loạn tiêu hóa=616.3|viêm dạ dày=616.3|sốt xuất huyết=616.9|lao phổi=616.9|đột quỵ=616.8|
    mất ngủ=616.8|béo phì=616.3|thiếu máu=616.1|viêm xoang=616.2|sỏi thận=616.6|gút=616.3|dị ứng=616.97|trầm cảm=616.85|
    suy tim=616.1|tay chân miệng=618.92|cúm=616.2|đau đầu=616.8|ung thư vú=616.99|suy dinh dưỡng=616.3`,
  ),
  law: list(
    `Đất đai=346.59704|Nhà ở=346.59704|Doanh nghiệp=346.597|Hôn nhân và gia đình=346.59701|Lao động=344.59701|
    Bảo hiểm xã hội=344.597|Giao thông đường bộ=343.59709|Bảo vệ môi trường=344.59704|Trẻ em=346.59701|Thư viện=344.597|
    Di sản văn hóa=344.597|Hộ tịch=346.59701|Cư trú=342.59708|Khiếu nại=342.597|Tố cáo=342.597|
    Tiếp cận thông tin=342.597|Phòng, chống ma túy=345.597|An toàn thực phẩm=344.59704|Lâm nghiệp=343.59707|
    Thủy sản=343.59707|Giáo dục=344.59707|Nghĩa vụ quân sự=343.597|Ngân sách nhà nước=343.597|Đấu thầu=346.597|
    Xây dựng=343.59707|Hòa giải ở cơ sở=347.597|Phòng, chống bạo lực gia đình=345.597|Người cao tuổi=346.59701|
    Người khuyết tật=346.59701|Du lịch=343.59707`,
  ),
  software: list(
    `Microsoft Word=005.52|Microsoft Excel=005.54|Microsoft Access=005.75|PowerPoint=005.58|Photoshop=006.6|
    AutoCAD=620|CorelDRAW=006.6|SQL Server=005.75|Java=005.13|Python=005.13|C++=005.13|C#=005.13|PHP=005.13|
    JavaScript=005.13|Linux=005.4|Windows=005.4|MATLAB=518|Revit=720|SolidWorks=620|Visual Basic=005.13|
    HTML và CSS=006.7|Android=005.4`,
  ),
  series: list('Kết nối tri thức với cuộc sống|Cánh diều|Chân trời sáng tạo'),
  discipline: list(
    `kinh tế học=330|quản trị học=658|xã hội học=301|tâm lý học=150|giáo dục học=370|triết học=100|mỹ học=111|
    logic học=160|luật học=340|kế toán=657|marketing=658.8|thống kê=519.5|dân tộc học=305.8|khảo cổ học=930.1|
    ngôn ngữ học=410|báo chí=070.4|lưu trữ học=025.1|thư viện học=020|bảo tàng học=069|quan hệ công chúng=659.2|
    du lịch học=338.4|văn hóa học=306|tài chính công=336|kinh tế lượng=330.01`,
  ),
  technology: list(
    `cơ khí=621.8|điện tử=621.381|cầu đường=624|kết cấu thép=624.1|bê tông cốt thép=624.1|cấp thoát nước=628.1|
    vật liệu xây dựng=691|nhiệt lạnh=621.5|hàn=671.5|máy điện=621.31|điện công nghiệp=621.31|chế biến thực phẩm=664|
    dệt may=677|hóa dầu=665.5|viễn thông=621.382|tự động hóa=629.8|robot=629.8|trắc địa=526.9|ô tô=629.2|thủy lực=621.2|
    năng lượng mặt trời=621.47|mạng máy tính=004.6|xử lý nước thải=628.3`,
  ),
  ethnic: list(
    'Tày|Nùng|Thái|Mường|Mông|Dao|Khmer|Chăm|Ê Đê|Gia Rai|Ba Na|Xơ Đăng|Cơ Ho|Mnông|Raglai|Hrê|Cơ Tu|Giáy|Cao Lan|Khơ Mú|Hà Nhì|Bru - Vân Kiều|Chơ Ro|Xtiêng|Co|La Chí|Thổ|Chứt',
  ),
  custom: list(
    'Lễ cưới|Lễ hội|Tang ma|Trang phục|Ẩm thực|Nhà ở truyền thống|Tri thức dân gian|Tín ngưỡng|Nghề dệt|Nhạc cụ|Luật tục|Dân ca|Truyện cổ|Tục ngữ, câu đố|Lễ mừng lúa mới|Trò chơi dân gian|Kiến trúc đình làng|Nghề gốm|Hát ru|Đồng dao',
  ),
  beast: list(
    'Thỏ Trắng|Mèo Mun|Gấu Nâu|Sóc Nhỏ|Rùa Con|Voi Con|Cún Bông|Nhím Xù|Cáo Lửa|Chim Sẻ|Vịt Vàng|Dế Lửa|Kiến Đen|Bướm Vàng|Ếch Xanh|Nghé Ọ|Hươu Sao|Khỉ Vàng|Cú Mèo|Ốc Sên|Ong Mật|Gà Choai|Cá Cờ|Lợn Ỉn',
  ),
  deed: list(
    'đi học|và chiếc ô đỏ|tìm bạn|lạc trong rừng|và cầu vồng|biết xin lỗi|làm bác sĩ|giúp mẹ|và đêm Trung thu|trồng cây|không sợ bóng tối|đi dã ngoại|và khu vườn bí mật|học đếm|sang sông|và người tuyết|đón Tết|chơi trốn tìm|tập bơi|và vì sao nhỏ|dũng cảm|qua đường|đi chợ|kể chuyện|tiết kiệm nước',
  ),
  wonder: list(
    `khủng long=567.9|vũ trụ=523.1|đại dương=551.46|cơ thể người=612|côn trùng=595.7|núi lửa=551.21|các loài chim=598|
    máy móc=621.8|rừng mưa=577.3|các phát minh=609|thực vật=580|Trái Đất=550|thời tiết=551.5|động vật hoang dã=590|
    tàu hỏa=625.2|máy bay=629.13|các nền văn minh=909|ánh sáng=535|âm thanh=534|vi khuẩn=579.3`,
  ),
  figure: list(
    'Trần Hưng Đạo|Nguyễn Trãi|Quang Trung|Lê Lợi|Hai Bà Trưng|Lý Thường Kiệt|Nguyễn Du|Nguyễn Đình Chiểu|Phan Bội Châu|Phan Châu Trinh|Chu Văn An|Lê Quý Đôn|Nguyễn Bỉnh Khiêm|Hồ Xuân Hương|Cao Bá Quát|Nguyễn Công Trứ|Võ Nguyên Giáp|Nguyễn Trung Trực|Hoàng Hoa Thám|Đinh Tiên Hoàng|Trương Định|Ngô Quyền|Lương Thế Vinh|Hải Thượng Lãn Ông',
  ),
  issue: list(
    'biến đổi khí hậu|xây dựng nông thôn mới|chuyển đổi số|phát triển du lịch|bảo tồn di sản|giảm nghèo bền vững|đào tạo nghề|phát triển kinh tế biển|bảo vệ rừng|an sinh xã hội|cải cách hành chính|phát triển văn hóa đọc|liên kết vùng|kinh tế tập thể|quản lý tài nguyên nước|bình đẳng giới|khởi nghiệp|nông nghiệp công nghệ cao',
  ),
  virtue: list(
    'tự tin|kiên nhẫn|biết lắng nghe|thói quen tốt|tư duy tích cực|quản lý thời gian|giao tiếp|làm việc nhóm|kỷ luật bản thân|nói trước công chúng|ghi nhớ|đọc sách|lãnh đạo|thuyết phục|kiểm soát cảm xúc|sống tối giản',
  ),
  dish: list(
    'món chay|món kho|món canh|bánh dân gian|món nướng|món ăn ba miền|món ăn cho bé|các món gỏi|mứt và kẹo|món xào|món Huế|món từ cá|món cho người ăn kiêng|đồ uống giải khát',
  ),
  sport: list(
    `bóng đá=796.334|cờ vua=794.1|cờ tướng=794.1|cầu lông=796.345|bơi lội=797.2|võ cổ truyền=796.8|bóng bàn=796.34|
    yoga=613.7|bóng chuyền=796.325|điền kinh=796.42|thể dục dưỡng sinh=613.7|vovinam=796.8`,
  ),
  buddhist: list(
    `Thiền=294.3|Kinh Pháp cú=294.3|Phật giáo=294.3|Tịnh độ=294.3|Bát nhã=294.3|Từ bi=294.3|Chính niệm=294.3|
    Nhân quả=294.3|Vô thường=294.3|Đạo Mẫu=299.5922|Công giáo=282|Cao Đài=299.5922|Hòa Hảo=294.3`,
  ),
  art: list(
    `tranh dân gian=769.9597|gốm cổ=738.09597|điêu khắc đình làng=730.9597|kiến trúc chùa=726.09597|tuồng=792.509597|
    chèo=792.509597|cải lương=792.509597|ca trù=781.62009597|quan họ=781.62009597|nhã nhạc=781.62009597|
    đờn ca tài tử=781.62009597|rối nước=791.509597|hát xoan=781.62009597|ví, giặm=781.62009597|bài chòi=781.62009597|
    tranh lụa=759.9597|sơn mài=745.7|nhiếp ảnh=770|thư pháp=745.6`,
  ),
  poem: list(
    'Lục bát|Thơ tình|Hát ru|Nắng|Gió|Khoảng trời|Lời quê|Miền nhớ|Hoa cỏ|Sóng|Mây trắng|Chiều|Mùa|Bóng quê|Tiếng sóng|Hồn đất|Giọt sương|Tình đất|Men đời|Nhịp thở',
  ),
  dictionary: list(
    `Anh - Việt=423|Việt - Anh=495.922321|Pháp - Việt=443|Nga - Việt=491.73|Hán - Việt=495.17|Nhật - Việt=495.63|
    Hàn - Việt=495.73|Đức - Việt=433|Việt - Tày - Nùng=495.92|Việt - Mông=495.92|Việt - Khmer=495.932|
    Việt - Ê Đê=499.22|tiếng Việt=495.9223`,
  ),
  field: list(
    'kinh tế|y học|công nghệ thông tin|xây dựng|luật|thương mại|nông nghiệp|điện tử|hàng hải|thành ngữ|chính tả|đồng nghĩa|quân sự|sinh học|môi trường',
  ),
  document: list(
    'Sắc phong|Văn bia|Gia phả|Hương ước|Thần tích|Địa bạ|Câu đối, hoành phi|Văn tế|Khoa cúng|Thư tịch Hán Nôm',
  ),
  exam: list(
    'tốt nghiệp trung học phổ thông|vào lớp 10|học sinh giỏi lớp 9|đại học|học sinh giỏi quốc gia|đánh giá năng lực|công chức',
  ),
}
