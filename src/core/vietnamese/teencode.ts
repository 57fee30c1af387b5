/**
 * One way to read a short form. `before` and `after` look at the two folded words on either side; `at` at the place in
 * the message. `full: null` leaves the word alone. `why` says what else it may mean.
 */
export type Reading = { full: string | null; before?: RegExp; after?: RegExp; at?: 'start' | 'end'; why?: string };

const amount = /(?:^| )\d[\d.,]*$/;
const number = /^\d/;
const asIfNot =
  /^(?:co|biet|bt|bit|dc|duoc|phai|the|chiu|cho|muon|hieu|con|dam|thay|ai|sao|thich|cam|dung|quan|lam|lm|di|nho)(?: |$)/;
const not: Reading[] = [
  {
    full: null,
    before: /\b(?:song|sa|hoa|mau|ba|chi|co|anh|em|ngo|be)$/,
    why: '"hong", "hông" cũng là tên riêng, màu hồng, họng',
  },
  { full: 'không', after: asIfNot },
  { full: 'không', at: 'end' },
  { full: 'không', after: /^(?:a|ah|ha|vay|z|bot|ban|ad|nhi|hay|va)(?: |$)/ },
];

/** Forms that depend on what stands around them, first match wins; without a match the word stays. */
export const readings: ReadonlyMap<string, readonly Reading[]> = new Map(
  Object.entries({
    k: [
      { full: null, before: /\b(?:diem|[hi])$/, why: 'điểm k của một khoản' },
      { full: 'nghìn', before: amount },
      { full: 'không' },
    ],
    kg: [{ full: null, before: amount, why: 'ki-lô-gam' }, { full: 'không' }],
    kh: [
      { full: 'kế hoạch', after: /^(?:\d|so|cua|ubnd|hanh dong|bdg|binh dang|tinh)/, why: 'kế hoạch hoặc không' },
      { full: 'kế hoạch', before: /\b(?:theo|trong|ban|cai|cua)$/ },
      { full: 'không', after: asIfNot },
      { full: 'không', at: 'end' },
    ],
    hk: [{ full: null, after: number, why: 'học kỳ' }, { full: 'không' }],
    hong: not,
    hông: not,
    hem: not,
    '0': [
      { full: 'không', after: /^(?:biet|bt|dc|duoc|phai|muon|hieu|dam)(?: |$)/, why: 'số 0 hoặc không' },
      { full: 'không', before: /\b(?:dung|phai|duoc|dc|biet)$/, at: 'end' },
    ],
    nhiêu: [
      { full: null, before: /\b(?:bao|bay|ba|bn|bấy)$/, why: 'bao nhiêu, cách nói ngắn của miền Nam' },
      { full: 'bao nhiêu' },
    ],
    r: [{ full: null, before: /\bdiem$/ }, { full: 'rồi' }],
    z: [{ full: null, before: /\b(?:gen|a)$/, why: 'gen Z, từ A đến Z' }, { full: 'vậy' }],
    v: [
      { full: 'vậy', before: /\b(?:sao|the|j|gi|nao|ai|dau|gium)$/, why: 'vậy hoặc số La Mã V' },
      { full: 'vậy', after: /^(?:a|ah|ta|ban|bot|em|nhi)(?: |$)/, before: /[a-z]$/ },
    ],
    g: [{ full: 'gì', before: /\b(?:la|cai|lam|lm|noi|thi|vi|chuyen|viec)$/, why: 'gì hoặc gam' }],
    h: [
      { full: 'giờ', before: amount },
      { full: 'giờ', before: /\b(?:bay|bây|bao|gio)$/ },
      { full: 'giờ', at: 'start', after: /^(?:e|em|t|toi|tui|m|mk|minh|c|chau|con|phai|nen|lam|lm|sao)(?: |$)/ },
    ],
    nhiu: [
      { full: 'nhiêu', before: /\bbao$/ },
      { full: null, before: /\b(?:bay|ba|bn|bấy)$/ },
      { full: 'bao nhiêu', before: /\b(?:phat|tien|tuoi|dong|nghi|huong|mat|het|ton|tu|la|thi|duoc|dc)$/ },
      { full: 'nhiêu' },
    ],
    bit: [
      { full: null, after: /^(?:mom|mieng|mat|tai|mui|dau|duong|loi|lai|kin|khau)(?: |$)/, why: 'bịt hoặc biết' },
      { full: 'biết', before: /\b(?:k|ko|kh|khong|hok|hk|chua|ai|co|cho|de|muon|mun)$/ },
    ],
    bùn: [
      { full: 'buồn', after: /^(?:qua|wa|ghe|lam|lem|ngu|vl|z|vay|luon|lun|the|ngheo)(?: |$)/, why: 'bùn hoặc buồn' },
    ],
    a: [{ full: 'anh', after: /^(?:ay|y)(?: |$)/, why: 'điểm a, à hoặc anh' }],
    c: [{ full: 'chị', after: /^(?:ay|y)(?: |$)/, why: 'điểm c hoặc chị' }],
    b: [
      { full: 'bạn', after: /^(?:oi|oii|cho (?:minh|mk|toi|em|hoi)|giup)(?: |$)/, why: 'điểm b hoặc bạn' },
      { full: 'bạn', at: 'start', after: /^(?:la|ten|co|lam|biet|noi|hieu|dang|tra loi|o dau|may tuoi)(?: |$)/ },
    ],
    e: [
      { full: null, before: /\b(?:diem|muc|vitamin|[bcdg])$/, why: 'điểm e của một khoản' },
      { full: null, after: /^(?:va )?g(?: |$)/ },
      { full: 'em', after: /^[a-z]/ },
      { full: 'em', before: /[a-z]$/ },
    ],
    p: [
      { full: 'phải', before: /\b(?:k|ko|khong|co|can)$/, why: 'phải, hoặc một chữ viết tắt' },
      { full: 'phải', after: /^(?:lm|lam)(?: |$)/ },
    ],
    s: [
      { full: 'sao', before: /\b(?:tai|vi|thi|lam|lm|nhu|vay)$/, why: 'sao, hoặc một chữ cái' },
      { full: 'sao', after: /^(?:z|v|vay|the)(?: |$)/ },
    ],
    đ: [{ full: 'đồng', before: amount, why: 'đồng, điểm đ hoặc tiếng chửi' }],
    tr: [{ full: 'triệu', before: amount, why: 'triệu hoặc trang' }],
    '%': [{ full: 'phần trăm' }],
    bn: [
      { full: 'bạn', after: /^(?:oi|cho|giup|cua|a|be|gai|trai|ay)(?: |$)/, why: 'bao nhiêu hoặc bạn' },
      { full: 'bạn', before: /\b(?:cac|chao|nho|may|nhung|ad|hi|hello|cam on|nguoi)$/ },
      { full: 'bao nhiêu' },
    ],
    bh: [
      { full: 'bảo hiểm', after: /^(?:xa hoi|xh|y te|yt|that)/, why: 'bao giờ, bây giờ hoặc bảo hiểm' },
      { full: 'bảo hiểm', before: /\b(?:dong|tien|muc|so|cat|huong|luong|the)$/ },
      { full: 'bao giờ', at: 'start', after: /^(?:thi|moi|het|den|nop|xong|co|ra|duoc|dc|phai nop)(?: |$)/ },
      {
        full: 'bao giờ',
        before: /\b(?:den|tu|toi|truoc|han|vao|nop|tien hanh|thuc hien|ban hanh|hieu luc|xong|bat dau|ket thuc)$/,
      },
      { full: 'bây giờ' },
    ],
    dc: [
      {
        full: 'địa chỉ',
        before: /\b(?:xin|gui|biet|so) ?$/,
        after: /^(?:cua|cong|ubnd|so|noi|o|nha)/,
        why: 'được hoặc địa chỉ',
      },
      { full: 'được' },
    ],
    đc: [{ full: 'địa chỉ', before: /\b(?:xin|gui)$/, why: 'được hoặc địa chỉ' }, { full: 'được' }],
    đt: [{ full: null, before: /\b(?:gd|gđ|giao duc)$/, why: 'giáo dục đào tạo' }, { full: 'điện thoại' }],
    dt: [
      { full: 'dân tộc', after: /^(?:thieu so|ts|mong|dao|tay)(?: |$)/, why: 'điện thoại, dân tộc hoặc đào tạo' },
      { full: 'điện thoại', before: /\b(?:so|goi|nghe|qua)$/ },
    ],
    thg: [
      {
        full: 'tháng',
        before: /(?:\d|\b(?:bao nhieu|bn|bnh|bnhiu|bnhieu|may|moi|hang|mot|hai|ba|bon|nam|sau|dau|cuoi))$/,
        why: 'tháng hoặc thằng',
      },
    ],
    gđ: [
      { full: null, before: /\b(?:so|bo|phong|nganh|ban)$/, why: 'gia đình, giáo dục hoặc giám đốc' },
      { full: 'gia đình' },
    ],
    gd: [
      {
        full: 'gia đình',
        before: /\b(?:bl|bao luc|hon nhan|trong|vo chong|ve)$/,
        why: 'gia đình, giáo dục hoặc giám đốc',
      },
    ],
    bl: [
      {
        full: 'bạo lực',
        after: /^(?:gd|gia dinh|gioi|hoc duong|tinh duc|tinh than)(?: |$)/,
        why: 'bạo lực hoặc bình luận',
      },
    ],
    lhpn: [{ full: 'liên hiệp phụ nữ', before: /\bhoi$/ }, { full: 'hội liên hiệp phụ nữ' }],
    lh: [{ full: 'liên hiệp', after: /^(?:pn|phu nu)(?: |$)/, why: 'liên hệ hoặc liên hiệp' }, { full: 'liên hệ' }],
    nc: [{ full: 'nói chuyện', after: /^(?:vs|voi)(?: |$)/, why: 'nước hoặc nói chuyện' }, { full: 'nước' }],
    bt: [{ full: 'biết', before: /\b(?:k|ko|kh|khong|hok|chua|ai|co|muon|cho)$/, why: 'biết hoặc bình thường' }],
    mk: [{ full: 'mật khẩu', before: /\b(?:quen|doi|lay|nhap)$/, why: 'mình hoặc mật khẩu' }, { full: 'mình' }],
    đk: [
      { full: 'đăng ký', after: /^(?:ket|khai|tam|thuong|xe|lai|kh)/, why: 'đăng ký hoặc điều kiện' },
      { full: 'điều kiện', after: /^(?:gi|j|nao|ket)(?: |$)/ },
    ],
    vc: [
      { full: 'vợ chồng', before: /(?:\b(?:hai|2|nha|cua)|\bgiua)$/, why: 'vợ chồng hoặc việc' },
      { full: 'việc', after: /^(?:nha|lam|gi|j|nay|do|nang|nhe|cua|dong|rieng)(?: |$)/ },
      { full: 'việc', before: /\b(?:lam|cong|xin|mat|nghi|thoi|di|nhan|bo|dau|ngay|gio|xong)$/ },
    ],
    nđ: [{ full: 'nghị định', after: number, why: 'tên văn bản chỉ khi có số đi sau' }],
    nd: [{ full: 'nghị định', after: number, why: 'nội dung hoặc nghị định' }],
    tt: [{ full: 'thông tư', after: /^\d+\//, why: 'thông tư, thông tin hoặc tiếp tục' }],
    qđ: [{ full: 'quyết định', after: number, why: 'quyết định hoặc quy định' }],
    nq: [{ full: 'nghị quyết', after: number }],
    mt: [{ full: 'mục tiêu', after: number, why: 'mục tiêu, mặt trận hoặc môi trường' }],
    ct: [{ full: 'chỉ tiêu', after: number, why: 'chỉ tiêu, chủ tịch hoặc công ty' }],
  } satisfies Record<string, Reading[]>),
);

/** Forms with one reading wherever they stand: "short=full", separated by commas. */
const plain = [
  'ck=chồng,chog=chồng,chg=chồng,vk=vợ,zk=vợ,ox=ông xã,bx=bà xã,vkck=vợ chồng,vck=vợ chồng,ko=không,kô=không',
  'k0=không,khg=không,khog=không,hok=không,hôg=không,hổng=không,khum=không,đx=được,đg=đang,dag=đang,đag=đang',
  'bnh=bao nhiêu,bnhieu=bao nhiêu,bnhiu=bao nhiêu,bnhiêu=bao nhiêu,nhìu=nhiều,bhieu=bao nhiêu,ntn=như thế nào',
  'ntnao=như thế nào,tnao=thế nào,nhw=như,nhg=nhưng,nhug=nhưng,nhưg=nhưng,nx=nữa,lun=luôn,lsao=làm sao,j=gì,jì=gì',
  'ji=gì,zậy=vậy,zay=vậy,zây=vậy,dzậy=vậy,zợ=vợ,zô=vô,zui=vui,zề=về,zới=với,zạ=dạ,mh=mình,mik=mình,mìk=mình,mih=mình',
  'mìh=mình,mjh=mình,mjk=mình,bjo=bây giờ,bjờ=bây giờ,bjh=bây giờ,bgio=bây giờ,gjo=giờ,jo=giờ,cx=cũng,cg=cũng',
  'cug=cũng,cũg=cũng,ng=người,ngta=người ta,ngt=người ta,nta=người ta,ny=người yêu,nyc=người yêu cũ,nyêu=người yêu',
  'mn=mọi người,mng=mọi người,ae=anh em,nch=nói chuyện,ntin=nhắn tin,ib=nhắn tin,tks=cảm ơn,thks=cảm ơn',
  'thanks=cảm ơn,thank=cảm ơn,thui=thôi,thoy=thôi,iu=yêu,wa=quá,wá=quá,qá=quá,wen=quen,wên=quên,wan=quan,wy=quy',
  'qđịnh=quy định,rùi=rồi,roài=rồi,vs=với,zs=với,trc=trước,trk=trước,lm=làm,ik=đi,bik=biết,bík=biết,thik=thích',
  'thíc=thích,tui=tôi,cj=chị,fai=phải,fải=phải,pải=phải,trog=trong,đúg=đúng,dug=đúng,tl=trả lời,trl=trả lời',
  'ktra=kiểm tra,vd=ví dụ,hnay=hôm nay,hqua=hôm qua,sđt=số điện thoại,sdt=số điện thoại,đthoai=điện thoại',
  'dthoai=điện thoại,pn=phụ nữ,hpn=hội phụ nữ,hlhpn=hội liên hiệp phụ nữ,bđg=bình đẳng giới,bdg=bình đẳng giới',
  'bđgiới=bình đẳng giới,blgđ=bạo lực gia đình,blgd=bạo lực gia đình,pcblgđ=phòng chống bạo lực gia đình',
  'pcblgd=phòng chống bạo lực gia đình,xhtd=xâm hại tình dục,qrtd=quấy rối tình dục,qhtd=quan hệ tình dục',
  'dtts=dân tộc thiểu số,đtts=dân tộc thiểu số,lđ=lao động,nlđ=người lao động,nld=người lao động,nsdlđ=người sử dụng lao động',
  'đkkh=đăng ký kết hôn,dkkh=đăng ký kết hôn,bhxh=bảo hiểm xã hội,bhyt=bảo hiểm y tế,bv=bệnh viện,cty=công ty',
  'mún=muốn,bít=biết,hỉu=hiểu,chít=chết,tìn=tiền,lém=lắm,iem=em,trùi=trời,bme=bố mẹ,cgai=con gái,ctrai=con trai,zìa=về',
  'cq=cơ quan,tgian=thời gian,bthg=bình thường,tw=trung ương,gjới=giới,gjoi=giới',
].join(',');

export const teencode: ReadonlyMap<string, string> = new Map(
  plain.split(',').map((pair) => pair.split('=') as [string, string]),
);
