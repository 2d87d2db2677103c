// Literal screens. Lines are drawn as | and -, bars as #, wide characters once.

/// Pickers, raw page, evidence, problems, help.
let panelScreens: [ScreenCase] = [
  ScreenCase(
    "evidence, wrapped", 34, 18, .chinese, keys: "i",
    screen: """
       筛选 / 输入  c 城市  d 日期 7 篇
       依据
       pages/p1.txt
       原文行       3-4, 6-8, 10-11
       类别         新闻
       标题         春灌开闸 万亩麦田喝
                    上第一口水  可靠
         第 3 行    春灌开闸 万亩麦田喝
                    上第一口水
       副题         ——老渠今年提前六天
                    放水  可靠
       作者         林晓舟  可靠
       来源         本报  可靠
       城市         濮阳  较可靠
         第 6 行    舟）3月17日，渠村引
       省份         河南  较可靠
       报纸         濮阳晚报  较可靠
       1/7  2 个问题 (e)         q 返回
      """),
  ScreenCase(
    "problems, wrapped", 30, 9, .english, keys: "e",
    screen: """
       Filter / type  c  7 articles
       Problems: 2
       pages/p3.txt: the file is
         empty
       pages/p4.txt: 2 sequences
         not valid UTF-8, the first
         at byte 17; shown as
         U+FFFD
       1/7  2 problems (e)
      """),
  ScreenCase(
    "city picker", 100, 16, .chinese, keys: "c",
    screen: """
       筛选 / 输入  c 城市  d 日期  ? 帮助                                                           7 篇
       城市                              按篇数 |              春灌开闸 万亩麦田喝上第一口水
       查找  汉字或拼音                         |                 ——老渠今年提前六天放水
            全部城市 7                          |    林晓舟  本报  河南 濮阳  2025年3月18日（据报头）
       河南                                     |                     濮阳晚报 第2版
            濮阳     3 ######################## |
            郑州     1 ########                 |      本报讯（记者 林晓舟）3月17日，渠村引黄闸缓缓提起，
       山西                                     |  河水沿着整修一新的干渠流向麦田。种粮户老耿一早就扛着
            长治     1 ########                 |  铁锹守在地头。
                                                |~?    “水比去年早到六天。”他说，这一季他种了一百二十亩
            城市不详 2 ################         |  小麦，浇一遍要三天。
                                                |
                                                |      新闸省水
                                                |      干渠衬砌以后，一遍水能省下三成。
                                                |      干渠 12公里
       1/7  77% 行 14/18  2 个问题 (e)                          Enter 选定  Esc 关闭  空格 多选  Tab 排列
      """),
  ScreenCase(
    "city picker, narrowed by a province", 40, 12, .chinese, keys: "c 山西",
    screen: """
       筛选 / 输入  c 城市  d 日期  ? 帮 7 篇
       城市                            按篇数
       查找 山西
       山西
            长治 1 ##########################






       1/7  2 个问题 (e)           Enter 选定
      """),
  ScreenCase(
    "city picker, several marked", 60, 14, .chinese, keys: "c Space Space",
    screen: """
       筛选 / 输入  c 城市  d 日期  ? 帮助                   7 篇
       城市                                                按篇数
       查找  汉字或拼音
            全部城市 7
       河南
        [x] 濮阳     3 ########################################
        [x] 郑州     1 ##############
       山西
            长治     1 ##############

            城市不详 2 ###########################


       1/7  2 个问题 (e)          Enter 选定  Esc 关闭  空格 多选
      """),
  ScreenCase(
    "date picker, years", 100, 14, .chinese, keys: "d",
    screen: """
       筛选 / 输入  c 城市  d 日期  ? 帮助                                                           7 篇
       日期                                     |              春灌开闸 万亩麦田喝上第一口水
       查找  如 2025 或 03-17                   |                 ——老渠今年提前六天放水
         全部日期 7                             |    林晓舟  本报  河南 濮阳  2025年3月18日（据报头）
         2025年   3 ########################### |                     濮阳晚报 第2版
         2024年   1 #########                   |
         年份未知 1 #########                   |      本报讯（记者 林晓舟）3月17日，渠村引黄闸缓缓提起，
         日期不详 2 ##################          |  河水沿着整修一新的干渠流向麦田。种粮户老耿一早就扛着
                                                |  铁锹守在地头。
                                                |~?    “水比去年早到六天。”他说，这一季他种了一百二十亩
                                                |  小麦，浇一遍要三天。
                                                |
                                                |      新闸省水
       1/7  66% 行 12/18  2 个问题 (e)                         Enter 选定  Esc 关闭  v 选一段  Right 展开
      """),
  ScreenCase(
    "date picker, months", 60, 10, .chinese, keys: "d Enter",
    screen: """
       筛选 / 输入  c 城市  d 日期  ? 帮助                   7 篇
       日期 2025年
       查找  如 2025 或 03-17
         2025年全年 3 ########################################
         3月        2 ###########################
         4月        1 ##############



       1/7  2 个问题 (e)           Enter 选定  Esc 关闭  v 选一段
      """),
  ScreenCase(
    "date picker, days", 60, 10, .chinese, keys: "d Enter Down Enter",
    screen: """
       筛选 / 输入  c 城市  d 日期  ? 帮助                   7 篇
       日期 2025年 3月
       查找  如 2025 或 03-17
         3月全月 2 ########################################
         3月17日 1 ####################
         3月18日 1 ####################



       1/7  2 个问题 (e)           Enter 选定  Esc 关闭  v 选一段
      """),
  ScreenCase(
    "date picker, no year", 60, 10, .chinese, keys: "d Down Down Enter Down Enter",
    screen: """
       筛选 / 输入  c 城市  d 日期  ? 帮助                   7 篇
       日期 年份未知 10月
       查找  如 2025 或 03-17
         10月8日（任何年份） 1 ##################################





       1/7  2 个问题 (e)           Enter 选定  Esc 关闭  v 选一段
      """),
  ScreenCase(
    "date picker, typed", 60, 12, .chinese, keys: "d 03",
    screen: """
       筛选 / 输入  c 城市  d 日期  ? 帮助                   7 篇
       日期
       查找 03
         2025-03    2 ########################################
         2025-03-18 1 ####################
         2025-03-17 1 ####################





       1/7  2 个问题 (e)           Enter 选定  Esc 关闭  v 选一段
      """),
  ScreenCase(
    "raw page beside the article", 110, 18, .chinese, keys: "r",
    screen: """
       筛选 / 输入  c 城市  d 日期  ? 帮助                                                                     7 篇
       pages/p1.txt                                 |>                春灌开闸 万亩麦田喝上第一口水
        1   2025年3月18日 星期二 濮阳晚报 02版      |>                   ——老渠今年提前六天放水
        2                                           |       林晓舟  本报  河南 濮阳  2025年3月18日（据报头）
        3 = 春灌开闸 万亩麦田喝上第一口水           |                        濮阳晚报 第2版
        4 = ——老渠今年提前六天放水                  |
        5                                           |      本报讯（记者 林晓舟）3月17日，渠村引黄闸缓缓提起，河水
        6 | 本报讯（记者 林晓舟）3月17日，渠村引    |  沿着整修一新的干渠流向麦田。种粮户老耿一早就扛着铁锹守在地
        7 | 黄闸缓缓提起，河水沿着整修一新的干渠流向|  头。
          | 麦                                      |~?    “水比去年早到六天。”他说，这一季他种了一百二十亩小麦，
        8 | 田。种粮户老耿一早就扛着铁锹守在地头。  |  浇一遍要三天。
        9                                           |
       10 | “水比去年早到六天。”他说，这一季        |      新闸省水
       11 | 他种了一百二十亩小麦，浇一遍要三天。    |      干渠衬砌以后，一遍水能省下三成。
       12                                           |      干渠 12公里
       13   老木匠的夜校                            |      支渠 40公里
       14   （下转第三版）                          |
       1/7  88% 行 16/18  2 个问题 (e)                                                   q 返回  [ ] 上下篇  ? 帮助
      """),
  ScreenCase(
    "raw page alone", 60, 16, .chinese, keys: "r",
    screen: """
       筛选 / 输入  c 城市  d 日期  ? 帮助                   7 篇
       pages/p1.txt
        1   2025年3月18日 星期二 濮阳晚报 02版
        2
        3 = 春灌开闸 万亩麦田喝上第一口水
        4 = ——老渠今年提前六天放水
        5
        6 | 本报讯（记者 林晓舟）3月17日，渠村引
        7 | 黄闸缓缓提起，河水沿着整修一新的干渠流向麦
        8 | 田。种粮户老耿一早就扛着铁锹守在地头。
        9
       10 | “水比去年早到六天。”他说，这一季
       11 | 他种了一百二十亩小麦，浇一遍要三天。
       12
       13   老木匠的夜校
       1/7  2 个问题 (e)               q 返回  [ ] 上下篇  ? 帮助
      """),
  ScreenCase(
    "evidence", 110, 18, .chinese, keys: "i",
    screen: """
       筛选 / 输入  c 城市  d 日期  ? 帮助                                                                     7 篇
       依据                                         |                 春灌开闸 万亩麦田喝上第一口水
       pages/p1.txt                                 |                    ——老渠今年提前六天放水
       原文行       3-4, 6-8, 10-11                 |       林晓舟  本报  河南 濮阳  2025年3月18日（据报头）
       类别         新闻                            |                        濮阳晚报 第2版
       标题         春灌开闸 万亩麦田喝上第一口水   |
                    可靠                            |      本报讯（记者 林晓舟）3月17日，渠村引黄闸缓缓提起，河水
         第 3 行    春灌开闸 万亩麦田喝上第一口水   |  沿着整修一新的干渠流向麦田。种粮户老耿一早就扛着铁锹守在地
       副题         ——老渠今年提前六天放水  可靠    |  头。
       作者         林晓舟  可靠                    |~?    “水比去年早到六天。”他说，这一季他种了一百二十亩小麦，
       来源         本报  可靠                      |  浇一遍要三天。
       城市         濮阳  较可靠                    |
         第 6 行    舟）3月17日，渠村引             |      新闸省水
       省份         河南  较可靠                    |      干渠衬砌以后，一遍水能省下三成。
       报纸         濮阳晚报  较可靠                |      干渠 12公里
       版次         2  较可靠                       |      支渠 40公里
       日期         2025-03-18  可靠  据报头        |
       1/7  88% 行 16/18  2 个问题 (e)                                                   q 返回  [ ] 上下篇  ? 帮助
      """),
  ScreenCase(
    "evidence of doubtful values", 60, 20, .chinese, keys: "j i",
    screen: """
       筛选 / 输入  c 城市  d 日期  ? 帮助                   7 篇
       依据
       pages/p1.txt
       原文行       13-14
       类别         新闻
       标题         老木匠的夜校  可靠
       引题         手艺不丢  可靠
       城市         郑州 ? 依据不足
       省份         河南 ? 依据不足
       日期         10-08 ? 依据不足  据导语  年份未知









       2/7  2 个问题 (e)               q 返回  [ ] 上下篇  ? 帮助
      """),
  ScreenCase(
    "problems", 80, 8, .chinese, keys: "e",
    screen: """
       筛选 / 输入  c 城市  d 日期  ? 帮助                                       7 篇
       问题：2
       pages/p3.txt: 文件是空的
       pages/p4.txt: 有 2 处不是合法的 UTF-8，首处在第 17 字节；已用 U+FFFD 代替



       1/7  2 个问题 (e)                                   q 返回  [ ] 上下篇  ? 帮助
      """),
  ScreenCase(
    "help", 80, 24, .chinese, keys: "?",
    screen: """
       筛选 / 输入  c 城市  d 日期  ? 帮助                                       7 篇
       按键
       浏览
        j Down Ctrl-N     下一篇、下一行
        k Up Ctrl-P       上一篇、上一行
        空格 PgDn Ctrl-F  下一页
        PgUp Ctrl-B b     上一页
        Ctrl-D            下半页
        Ctrl-U            上半页
        g Home            到开头
        G End             到末尾
        Tab Shift-Tab     切换左右（上下）窗格
        Enter Right l     全屏阅读
        Esc               焦点回到列表
        [                 筛选结果中的上一篇
        ]                 筛选结果中的下一篇
        n                 下一处命中
        N                 上一处命中
        /                 筛选（边输入边出结果）
        c                 按城市选
        d                 按日期选
        C                 只看本文的城市；再按取消
        D                 只看本文的日期；再按取消
       1/7  2 个问题 (e)                                   q 返回  [ ] 上下篇  ? 帮助
      """),
  ScreenCase(
    "help en", 70, 16, .english, keys: "? G",
    screen: """
       Filter / type  c cities  d dates  ? help                  7 articles
       Keys
        Up Ctrl-P          previous row
        Down Ctrl-N        next row
        PgUp               page up
        PgDn               page down
        Enter              apply to the filter; open a year or month
        Esc                close
        Space              mark several cities
        Tab                sort cities by name or by count

       Date picker
        Right Tab          open a year or month
        Left Shift-Tab     one level up
        v                  mark a range from here; Enter at its other end
       1/7  2 problems (e)                     q back  [ ] articles  ? help
      """),
]
