"""Is a text English? If not, which language is it?"""

import re

from sayso.article.words import words

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 6_000
# English prose has 0.42 to 0.58 function words of the list (1,000 news articles); headlines alone 0.1 to 0.3; German,
# French, Spanish, Dutch 0.02 to 0.09 ("in", "an", "was", "of", "that").
SURELY, HARDLY, SHORT, SHORTEST = 0.22, 0.12, 20, 8
# Of a few words, names lead the classifier astray: five to six nats a word for headlines full of foreign names, eight
# to twenty-five for sentences in French, Spanish, Indonesian, Turkish.
MIN_LEAD = 7.0
NAMES = {
    "af": "Afrikaans",
    "am": "Amharic",
    "an": "Aragonese",
    "ar": "Arabic",
    "as": "Assamese",
    "az": "Azerbaijani",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "br": "Breton",
    "bs": "Bosnian",
    "ca": "Catalan",
    "cs": "Czech",
    "cy": "Welsh",
    "da": "Danish",
    "de": "German",
    "dz": "Dzongkha",
    "el": "Greek",
    "en": "English",
    "eo": "Esperanto",
    "es": "Spanish",
    "et": "Estonian",
    "eu": "Basque",
    "fa": "Persian",
    "fi": "Finnish",
    "fo": "Faroese",
    "fr": "French",
    "ga": "Irish",
    "gl": "Galician",
    "gu": "Gujarati",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "ht": "Haitian Creole",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "jv": "Javanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "km": "Khmer",
    "kn": "Kannada",
    "ko": "Korean",
    "ku": "Kurdish",
    "ky": "Kyrgyz",
    "la": "Latin",
    "lb": "Luxembourgish",
    "lo": "Lao",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mg": "Malagasy",
    "mk": "Macedonian",
    "ml": "Malayalam",
    "mn": "Mongolian",
    "mr": "Marathi",
    "ms": "Malay",
    "mt": "Maltese",
    "nb": "Norwegian",
    "ne": "Nepali",
    "nl": "Dutch",
    "nn": "Norwegian Nynorsk",
    "no": "Norwegian",
    "oc": "Occitan",
    "or": "Odia",
    "pa": "Punjabi",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "qu": "Quechua",
    "ro": "Romanian",
    "ru": "Russian",
    "rw": "Kinyarwanda",
    "se": "Northern Sami",
    "si": "Sinhala",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "tl": "Tagalog",
    "tr": "Turkish",
    "ug": "Uyghur",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "vo": "Volapük",
    "wa": "Walloon",
    "xh": "Xhosa",
    "zh": "Chinese",
    "zu": "Zulu",
}


def foreign_language(text: str) -> str | None:
    """Text -> "German (de)" if it is not English; None if it is, or is too short to tell."""
    sample = text[:SAMPLE].lower() if text[:SAMPLE].isupper() else text[:SAMPLE]
    found = WORD.findall(sample.lower())
    if not found:
        return None
    share = sum(word in words().english for word in found) / len(found)
    if share >= SURELY:
        return None
    letters = sum(len(word) for word in found)
    strange = sum(char.isalpha() and char > "ɏ" for char in sample) / letters
    if len(found) < SHORTEST and strange < 0.5:
        return None
    code, lead = _classified(sample)
    if code == "en" or (share >= HARDLY and strange < 0.2):
        return None
    if len(found) < SHORT and strange < 0.5 and lead < MIN_LEAD * len(found):
        return None
    return f"{NAMES[code]} ({code})" if code else "no language that could be named"


def _classified(text: str) -> tuple[str | None, float]:
    """The likeliest language that has a name here, and how far English lies behind it."""
    from py3langid.langid import rank

    ranked = [(str(code), float(score)) for code, score in rank(text)]
    english = next((score for code, score in ranked if code == "en"), 0.0)
    return next(((code, score - english) for code, score in ranked if code in NAMES), (None, 0.0))
