/// Pages written for these tests: four stories of three cities on three days.
enum SamplePages {
  /// A page of 濮阳 with two stories and a masthead with its day.
  static let puyang = """
    2025 年 3 月 17 日   星期一
    濮阳日报
    02 要闻

    我市春灌工作
    全面展开

    本报讯 （ 记者 林晓舟 ）连日来 ，我
    市抢抓农时 ，组织群众开展春灌 。截至
    目前 ，全市已浇灌麦田二十万亩 ，占应
    灌面积的六成 。

    水利部门派出八个工作组 ，逐村查看渠
    道和机井 ，确保每一块麦田浇上“返青
    水”。

    龙湖边的图书角

    本报讯 （ 记者 邹小满 ）龙湖岸边新添
    了三个图书角 ，散步的市民可以坐下读
    一本书再走 。书由各家捐出 ，读完放回
    原处 。

    责任编辑 周小禾 版式 丁一苇
    """

  /// A page of 长治 with another day.
  static let changzhi = """
    2024 年 11 月 5 日   星期二
    长治日报
    01 要闻

    老旧小区换上新电梯

    本报讯 （ 记者 何远山 ）十一月四日 ，
    记者在潞城区的一个老旧小区看到 ，新
    装的电梯已经投入使用 ，居民上下楼不
    再犯愁 。
    """

  /// A page of 周口 without any year.
  static let zhoukou = """
    周口日报
    03 县区

    郸城县修好农家路

    本报讯 （ 记者 苏小满 ）六月二日 ，郸
    城县最后一段农家路通车 ，村民把瓜果
    运出村口只要十分钟 。
    """

  /// All three in a folder, by the names `a.txt`, `b.txt`, `c.txt`.
  static func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write(puyang, to: "a.txt")
    try folder.write(changzhi, to: "b.txt")
    try folder.write(zhoukou, to: "c.txt")
    return folder
  }
}
