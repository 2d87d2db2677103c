/// People's names as bylines print them.
enum Names {
  /// Surnames of one character, by the 百家姓 and the census lists; those that are common words are kept, since
  /// a byline's place decides.
  private static let surnames: ScalarSet = """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪\
    范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜\
    倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁\
    蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商\
    刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚\
    花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿\
    鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由僧郗寸字佴逄訾郄\
    張劉陳楊黃趙吳孫馬鄭謝羅許韓馮鄧蕭潘於蔣葉蘇呂盧鐘譚陸範賈韋鄒閻龍陶賀顧龔邵萬錢嚴湯溫莊聶魯齊喬龐顏歐關蘭寧紀單塗駱藍遊華饒牛\
    傅萧赖洪阎丘荀莘竺钮隗闾賴鍾簡費畢連鮑陽衛應邊閔竇練蘆鈕鄔郟郏閭鞏滿衞
    """
  private static let compounds: Words = [
    "欧阳", "歐陽", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "端木", "呼延",
  ]

  /// Whether the text may be one person's name: two to four Han characters that begin with a surname.
  static func isName<Text: RandomAccessCollection>(_ text: Text) -> Bool
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    guard (2...4).contains(text.count), text.allSatisfy(\.isHan), let first = text.first else { return false }
    if text.count > 2, compounds.begin(text) { return true }
    if text.count == 3, rareSurnames.contains(first) { return !isOffice(text) && !hasCommonStart(text) }
    return text.count <= 3 && surnames.contains(first) && !isWord(text) && !isOffice(text)
  }

  /// Surnames that begin many words: they count before two characters where the first two are no common pair.
  private static let rareSurnames: ScalarSet = "习保木畅刀铁"

  private static func hasCommonStart<Text: RandomAccessCollection>(_ text: Text) -> Bool
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    let (left, right) = (text[text.startIndex], text[text.startIndex + 1])
    return CommonPairs.shared.cost(UInt64(left.value) << 32 | UInt64(right.value)) < CommonPairs.rare
  }

  /// Whether a name as `isName` knows it may begin with such a character.
  static func mayBegin(with scalar: Unicode.Scalar) -> Bool {
    surnames.contains(scalar) || rareSurnames.contains(scalar) || compounds.mayBegin(with: scalar)
  }

  /// Whether the text may be a name that no list of surnames knows (minority names, pen names, groups).
  static func mayBeName<Text: RandomAccessCollection>(_ text: Text) -> Bool
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    (2...4).contains(text.count) && text.allSatisfy(\.isHan) && !isWord(text)
  }

  /// Splits names printed without spaces: 何田田向小川 → 何田田, 向小川; nil where no reading gives names only.
  static func split(_ text: ArraySlice<Unicode.Scalar>) -> [Scalars]? {
    guard let first = text.first else { return [] }
    guard text.count <= longest, mayBegin(with: first) else { return nil }
    var dead = [Bool](repeating: false, count: text.count + 1)
    return split(text, &dead)
  }

  /// The most characters that are split; more stand in no byline.
  private static let longest = 120

  /// `dead`: whether so many last characters are known to give no names, so that none are tried twice.
  private static func split(_ text: ArraySlice<Unicode.Scalar>, _ dead: inout [Bool]) -> [Scalars]? {
    if text.isEmpty { return [] }
    if dead[text.count] { return nil }
    for length in [3, 2, 4] where text.count >= length {
      let head = text.prefix(length)
      guard isName(head), let rest = split(text.dropFirst(length), &dead) else { continue }
      return [Array(head)] + rest
    }
    dead[text.count] = true
    return nil
  }

  /// Whether the text may sign: a name, any three Han characters behind a surname, or the parts of a name with points
  /// between: 何田田, 何银会, 古丽娜尔·买买提.
  static func maySign(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    if isName(text) { return true }
    guard let first = text.first, first.isHan, let last = text.last, last.isHan else { return false }
    if text.count == 3 { return surnames.contains(first) && text.allSatisfy(\.isHan) }
    return (5...15).contains(text.count) && text.contains(where: points.contains)
      && text.allSatisfy { $0.isHan || points.contains($0) }
  }

  /// Points between the parts of one name.
  static let points: ScalarSet = "·•・‧"

  /// The last character is that of an office, a place or a team: 初中组, 高县, 安州区.
  private static func isOffice<Text: RandomAccessCollection>(_ text: Text) -> Bool
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    text.count == 3 && (text.last.map(offices.contains) ?? false || meetings.end(text))
  }

  private static let offices: ScalarSet = "组局部处校院厂县市区镇乡村队馆站所办报网社台"
  /// Not every 会 is one: 何银会.
  private static let meetings: Words = [
    "委会", "商会", "协会", "工会", "学会", "联会", "理会", "代会", "监会", "议会", "大会", "年会", "晚会", "盛会", "峰会", "公会", "社会",
    "机会", "集会", "庙会", "音会", "谈会", "览会", "展会", "动会", "讨会", "布会", "报会", "恳会", "进会", "员会", "合会", "教会", "拜会",
  ]

  /// Short words of a page that begin like a surname and are no names.
  private static func isWord<Text: RandomAccessCollection>(_ text: Text) -> Bool
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    words.hold(text)
  }

  private static let words: Words = [
    "本报", "记者", "通讯员", "文明", "高度", "高速", "高校", "高考", "安全", "平安", "平台", "时间", "时代", "公告", "公示", "国际", "国内",
    "文化", "文艺", "文旅", "成都", "石家庄", "南京", "江苏", "江西", "安徽", "云南", "海南", "湖南", "金融", "方案", "方法", "全国", "全市",
    "全省", "全县", "时评", "时讯", "钟声", "关注", "关于", "解读", "和谐", "明天", "白天", "成长", "成果", "成效", "温馨", "温暖", "商讯",
    "农业", "农村", "华北", "华东", "阳光", "路况", "向导", "项目", "相关", "万象", "元旦", "国庆", "来信", "来稿", "广告", "要闻", "民生",
    "宁夏", "陕西", "贵州", "常德", "夏日", "秋天", "易读", "言论", "简讯", "简介", "乐活", "都市", "海外", "龙江", "官方", "居民", "经济",
    "经验", "安置", "应急", "强国", "强军", "丰收", "卫生", "党建", "党史", "党员", "党报", "古籍", "古城", "花絮", "明星",
    "链接", "短评", "快评", "点评", "锐评", "背景", "提示", "提醒", "数据", "声音", "手记", "后记", "案例", "观点", "速览", "释义", "档案",
    "名片",
    "洪水", "洪峰", "洪涝", "丘陵", "连载", "連載", "连线", "連線", "簡訊", "簡介", "應急", "衛生", "陽光", "費用", "連續", "連日",
  ]
}
