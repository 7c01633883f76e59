"""Printed words, made comparable: width, spaces, traditional characters, enumerators, notes in brackets.

`fold` maps character by character, so that offsets in the folded text are offsets in the source. `key` forgets
everything that pages change in a label and keeps what tells labels apart.
"""

import re
import unicodedata

import regex
from attrs import frozen

from govdisclosure.remembering import remembered

# Traditional and simplified character in turn. Only characters of which the simplified form is certain in the texts
# that the library reads: labels of the forms and the vocabulary of reports.
_PAIRS = (
    "萬万與与專专業业東东絲丝兩两嚴严個个豐丰臨临為为爲为麗丽舉举義义樂乐習习鄉乡書书買买亂乱爭争於于虧亏雲云亞亚產产後后並并証证説说"
    "畝亩親亲億亿僅仅從从倉仓儀仪們们價价眾众優优會会傳传傷伤倫伦偽伪體体餘余佈布併并來来係系俠侠側侧傾倾備备債债僱雇儘尽償偿儲储"
    "兒儿內内冊册寫写農农決决況况凍冻淨净準准減减湊凑幾几憑凭凱凯擊击劃划劉刘則则剛刚創创刪删別别劑剂劍剑劇剧勸劝辦办務务動动勵励勁劲"
    "勞劳勢势勳勋匯汇區区協协單单賣卖盧卢衛卫卻却廠厂廳厅曆历歷历厲厉壓压厭厌廈厦縣县參参雙双發发髮发變变敘叙疊叠葉叶號号嘆叹嚇吓"
    "嗎吗啟启啓启吳吴員员聽听響响問问喚唤喪丧圍围國国圖图圓圆聖圣場场壞坏塊块堅坚壇坛墳坟墜坠壘垒墾垦塵尘墻墙牆墙壯壮聲声殼壳處处復复複复"
    "夠够頭头誇夸奪夺奮奋獎奖奧奥婦妇媽妈嬰婴孫孙學学寧宁寶宝實实審审憲宪宮宫寬宽賓宾對对尋寻導导將将爾尔嘗尝堯尧層层屆届屬属島岛崗岗峽峡"
    "歲岁嶺岭嶽岳鞏巩幣币帥帅師师帳帐帶带幫帮庫库應应廟庙廢废開开異异棄弃張张彈弹強强歸归當当錄录徹彻徑径徵征徴征禦御憂忧懷怀態态憐怜總总懇恳"
    "惡恶懸悬驚惊懲惩慣惯憤愤願愿戲戏戰战戶户執执擴扩掃扫揚扬擾扰撫抚拋抛搶抢護护報报擬拟擁拥攔拦擇择掛挂擋挡擠挤揮挥損损換换據据擔担攜携攝摄"
    "擺摆搖摇撥拨敵敌數数齋斋斷断無无舊旧時时曠旷晝昼顯显晉晋曬晒曉晓暫暂術术機机殺杀雜杂權权條条楊杨傑杰極极構构樞枢標标棧栈棟栋欄栏樹树"
    "樣样檔档橋桥樁桩夢梦檢检樓楼橫横檻槛櫃柜歡欢歐欧殘残毀毁畢毕氣气漢汉湯汤溝沟沒没灃沣滄沧滬沪瀘泸濘泞淚泪澤泽潔洁灑洒淺浅漿浆濁浊測测濟济濱滨"
    "瀏浏渾浑濃浓塗涂湧涌濤涛澇涝漣涟渦涡渙涣滌涤潤润澗涧漲涨澀涩淵渊漬渍漸渐漁渔滲渗溫温灣湾濕湿滯滞滿满濫滥灤滦灘滩滅灭燈灯靈灵災灾爐炉點点煉炼"
    "爛烂煙烟煩烦燒烧熱热愛爱爺爷狀状獨独獄狱獵猎獲获獻献瑪玛環环現现璽玺電电畫画暢畅療疗瘋疯盜盗監监蓋盖盤盘眾众著着睜睁矚瞩礦矿碼码磚砖礎础碩硕確确"
    "禮礼禱祷禍祸離离種种積积稱称穩稳窮穷竊窃窩窝競竞筆笔築筑篩筛籌筹簽签簡简籤签類类糧粮糾纠紀纪紅红約约級级純纯納纳紙纸紛纷細细紹绍經经結结給给絕绝"
    "統统綜综綠绿維维綱纲網网緊紧線线練练組组終终織织繼继續续緒绪縮缩縱纵績绩繳缴繪绘編编緩缓緝缉緣缘縣县縫缝纏缠纖纤罰罚羅罗聯联聞闻職职聰聪肅肃膚肤"
    "腫肿脹胀脈脉臟脏髒脏膠胶臉脸腦脑臘腊艦舰艙舱藝艺節节蘇苏薦荐荊荆莊庄莖茎薈荟蕩荡榮荣營营蕭萧蔣蒋藍蓝薊蓟蘭兰藥药蘊蕴虛虚蟲虫蠶蚕補补襯衬裝装褲裤製制"
    "見见觀观規规視视覽览覺觉觸触訂订計计認认討讨讓让訓训議议訊讯記记講讲許许論论設设訪访證证評评識识詐诈訴诉診诊詞词譯译試试詩诗誠诚話话詢询該该詳详語语"
    "誤误誘诱說说請请諸诸諾诺讀读課课調调談谈謀谋諮咨謝谢謠谣謂谓謹谨譜谱豐丰貝贝負负財财責责賢贤敗败貨货質质販贩貪贪貧贫購购貫贯賀贺貴贵貸贷費费資资賠赔"
    "賦赋賬账賴赖贈赠贊赞贏赢趕赶趙赵躍跃蹤踪軌轨軍军軟软轉转輪轮輕轻載载較较輔辅輛辆輝辉輸输轄辖辭辞邊边遼辽達达遷迁過过邁迈運运還还這这進进遠远違违連连遲迟"
    "適适選选遞递邏逻遺遗鄧邓鄭郑鄰邻醫医釋释裡里裏里鑒鉴鑑鉴針针釘钉鋼钢鐘钟鐵铁鈔钞錢钱鉅巨銀银銅铜鋁铝銷销鎖锁鋪铺鏈链錯错錶表鎮镇長长門门閉闭間间關关閱阅"
    "閘闸隊队陽阳陰阴陣阵階阶際际陸陆陳陈險险隨随隱隐雖虽難难雞鸡霧雾靜静韓韩頁页頂顶項项順顺須须頑顽顧顾頓顿頒颁預预領领頗颇頸颈頻频題题額额風风飛飞飯饭飲饮"
    "飾饰養养館馆馬马馳驰驗验駐驻驅驱騙骗鬆松鬥斗魚鱼鮮鲜鳥鸟鹽盐麥麦黃黄黨党齊齐齒齿齡龄龍龙龜龟覈核佔占採采彙汇綫线啓启衆众峯峰羣群牀床麽么裏里臺台颱台檯台"
    "託托週周衝冲迴回徬彷範范谘咨證证鄕乡戸户凈净値值內内収收"
    "郵邮訟讼繫系麼么園园稅税貿贸廣广礙碍華华盡尽銜衔趨趋輩辈誌志繞绕絡络饋馈"
)
_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIMPLIFIED = {ord(old): ord(new) for old, new in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)}
_PUNCTUATION = {
    ord(old): ord(new)
    for old, new in zip("〔［【〈〕］】〉“”‘’「」『』—–―‐‑−", '([[<)]]>""\'\'""""------', strict=True)
}
# Compatibility ideographs (U+F900…) come out of PDF fonts; each stands for one common character.
_COMPATIBILITY = {
    code: ord(unicodedata.normalize("NFKC", chr(code)))
    for code in (*range(0xF900, 0xFB00), *range(0x2F00, 0x2FD6))
    if len(unicodedata.normalize("NFKC", chr(code))) == 1
}
_CHANGES = {**_COMPATIBILITY, **_WIDTH, **_SIMPLIFIED, **_PUNCTUATION, 0x3000: 0x20, 0xA0: 0x20}
_FOLDED = {chr(old): chr(new) for old, new in _CHANGES.items()}
# Few characters of a page change: looking for them is faster than translating all.
_CHANGING = re.compile(f"[{re.escape(''.join(_FOLDED))}]")


def fold(text: str) -> str:
    """The text in half-width, simplified characters, of the same length.

    >>> fold("行政規範性檔案（２０２０年）")
    '行政规范性档案(2020年)'
    """
    return _CHANGING.sub(lambda match: _FOLDED[match[0]], text)


# Pages that convert to traditional characters for their readers put the pronunciation behind them: 數(shù)量.
_PRONUNCIATION = regex.compile(r"\(\p{Latin}{1,6}\)")
# What pages insert into labels: spaces, zero-width characters, signs of a font's own, quotation marks, damage, masks.
_NOISE = regex.compile(r"[\s\p{Cf}\p{Cc}\p{Co}\p{M}⁰¹²³⁴-⁹\"'?*�·•、，,。；;:：.\-_/\\|#<>]+")
_NOTE = regex.compile(r"\([^()]*\)")
_OPEN_NOTE = regex.compile(r"\(.*", regex.DOTALL)
# Words that conversion for readers in Taiwan replaces, and spellings that do not matter.
_SPELLINGS = (("其它", "其他"), ("资讯", "信息"), ("性档案", "性文件"), ("公开档案", "公开文件"), ("帐", "账"))


@frozen
class Enumerated:
    """A label parted from the enumerator before it."""

    #: ``一、`` gives ``"一"``, ``（三）`` gives ``"(三"``, ``2.`` gives ``"2"``; an empty string without enumerator.
    enumerator: str
    #: The label's `key`.
    key: str
    #: The key without what stands in brackets.
    bare: str


_ENUMERATOR = regex.compile(
    r"\s*(?:"
    r"(?P<paren>\(\s*(?P<pn>[一二三四五六七八九十]{1,3})\s*\))[\s、.]*"
    r"|(?P<cn>[一二三四五六七八九十]{1,2})\s*[、.,]\s*[、.,]?"
    r"|(?P<num>\d{1,2})\s*[.、,)]\s*(?!\d)"
    r"|\((?P<pnum>\d{1,2})\)"
    r"|(?P<circle>[①-⑳])"
    r"|(?P<ring>[㈠-㈩])"
    r")"
)


def _spelt(text: str) -> str:
    for old, new in _SPELLINGS:
        if old in text:
            text = text.replace(old, new)
    return text


# Word's lists number with characters of their own: ⒉ is 2., ⑵ is (2), ㈡ is (二).
_LIST_NUMBERS = {
    code: unicodedata.normalize("NFKC", chr(code)) for code in (*range(0x2474, 0x249C), *range(0x3220, 0x322A))
}


def spoken(text: str) -> str:
    """The text folded, with one kind of bracket and without pronunciations; its length may differ.

    >>> spoken("本年制發(fā)件數［件］")
    '本年制发件数(件)'
    """
    return str(_PRONUNCIATION.sub("", fold(text).translate(_LIST_NUMBERS)).replace("[", "(").replace("]", ")"))


def key(label: str) -> str:
    """What tells a label from others: no spaces, no punctuation but brackets' contents, simplified, half-width.

    >>> key("商业 企业")
    '商业企业'
    >>> key("3．危及“三安全一稳定”")
    '3危及三安全一稳定'
    """
    return _compared(spoken(label))


def _compared(words: str) -> str:
    """The `key` of a text that is `spoken` already: to say it twice may take away more."""
    return _spelt(_NOISE.sub("", words).replace("(", "").replace(")", ""))


def without_notes(label: str) -> str:
    """The label without what stands in brackets, folded; an unclosed bracket reaches to the end.

    >>> without_notes("规章（设区的市应提供）")
    '规章'
    """
    return _unnoted(spoken(label))


def _unnoted(words: str) -> str:
    for _ in range(4):  # notes within notes
        shorter = str(_NOTE.sub("", words))
        if shorter == words:
            break
        words = shorter
    return str(_OPEN_NOTE.sub("", words)).replace(")", "")


@remembered
def enumerated(label: str) -> Enumerated:
    """Part a label from its enumerator.

    >>> enumerated("（三）不予公开")
    Enumerated(enumerator='(三', key='不予公开', bare='不予公开')
    >>> enumerated("其他")
    Enumerated(enumerator='', key='其他', bare='其他')
    """
    text = spoken(label).strip(" ?\t\n�")
    found = _ENUMERATOR.match(text)
    number, rest = "", text
    if found and found.end() < len(text):
        number = _number(found)
        rest = text[found.end() :]
    return Enumerated(number, _compared(rest), _compared(_unnoted(rest)))


def _number(found: "regex.Match[str]") -> str:
    if found["pn"]:
        return "(" + found["pn"]
    if found["pnum"]:
        return found["pnum"]
    if found["circle"]:
        return str(ord(found["circle"]) - ord("①") + 1)
    if found["ring"]:
        return "(" + "一二三四五六七八九十"[ord(found["ring"]) - ord("㈠")]
    return found["cn"] or found["num"]
