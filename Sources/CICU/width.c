#include "CICU.h"

#include <unicode/uchar.h>

// Ranges that fill Chinese pages and that hold no exception: hanzi, kana's and CJK's full-width
// punctuation, Hangul syllables, full-width forms. Answered without ICU.
static int is_plain_wide(uint32_t scalar) {
  return (scalar >= 0x4E00 && scalar <= 0x9FFF) || (scalar >= 0x3000 && scalar <= 0x3029) ||
         (scalar >= 0xFF01 && scalar <= 0xFF60) || (scalar >= 0x3400 && scalar <= 0x4DBF) ||
         (scalar >= 0xAC00 && scalar <= 0xD7A3);
}

// Vowels and finals of a conjoined Hangul syllable stand in the cells of the leading consonant.
static int is_trailing_jamo(uint32_t scalar) {
  int32_t type = u_getIntPropertyValue((UChar32)scalar, UCHAR_HANGUL_SYLLABLE_TYPE);
  return type == U_HST_VOWEL_JAMO || type == U_HST_TRAILING_JAMO;
}

// Letters without a shape, which stand for a missing part of a Hangul syllable.
static int is_hangul_filler(uint32_t scalar) {
  return scalar == 0x115F || scalar == 0x1160 || scalar == 0x3164 || scalar == 0xFFA0;
}

static int32_t width_of_spacing(uint32_t scalar, int ambiguous_wide) {
  switch (u_getIntPropertyValue((UChar32)scalar, UCHAR_EAST_ASIAN_WIDTH)) {
  case U_EA_FULLWIDTH:
  case U_EA_WIDE:
    return 2;
  case U_EA_AMBIGUOUS:
    return ambiguous_wide ? 2 : 1;
  default:
    return 1;
  }
}

int32_t kanbao_wcwidth(uint32_t scalar, int32_t ambiguous_wide) {
  if (scalar >= 0x20 && scalar < 0x7F) return 1;
  if (is_plain_wide(scalar)) return 2;
  if (scalar == 0) return 0;
  if (scalar > 0x10FFFF) return -1;
  // Terminals draw the soft hyphen as a hyphen.
  if (scalar == 0xAD) return 1;
  switch (u_charType((UChar32)scalar)) {
  case U_CONTROL_CHAR:
  case U_SURROGATE:
    return -1;
  case U_NON_SPACING_MARK:
  case U_ENCLOSING_MARK:
  case U_COMBINING_SPACING_MARK:
  case U_FORMAT_CHAR:
  case U_LINE_SEPARATOR:
  case U_PARAGRAPH_SEPARATOR:
    return 0;
  default:
    if (scalar == 0x3164 || scalar == 0xFFA0) return 0;
    return is_trailing_jamo(scalar) ? 0 : width_of_spacing(scalar, ambiguous_wide);
  }
}

int32_t kanbao_is_emoji(uint32_t scalar) {
  return u_hasBinaryProperty((UChar32)scalar, UCHAR_EMOJI);
}

kanbao_display kanbao_display_of(uint32_t scalar) {
  if ((scalar >= 0x20 && scalar < 0x7F) || is_plain_wide(scalar)) return KANBAO_DISPLAY_ALONE;
  switch (u_charType((UChar32)scalar)) {
  case U_CONTROL_CHAR:
  case U_SURROGATE:
  case U_FORMAT_CHAR:
  case U_LINE_SEPARATOR:
  case U_PARAGRAPH_SEPARATOR:
  case U_PRIVATE_USE_CHAR:
  case U_UNASSIGNED:
    return KANBAO_DISPLAY_NEVER;
  case U_NON_SPACING_MARK:
  case U_ENCLOSING_MARK:
  case U_COMBINING_SPACING_MARK:
    return KANBAO_DISPLAY_ATTACHED;
  default:
    if (is_hangul_filler(scalar)) return KANBAO_DISPLAY_NEVER;
    return is_trailing_jamo(scalar) ? KANBAO_DISPLAY_ATTACHED : KANBAO_DISPLAY_ALONE;
  }
}
