#include <stdbool.h>
#include <stdint.h>
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>

// The node types of the extensions are variables of the library that are set when it registers them.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL,
    CMARK_NODE_STRIKETHROUGH;

// A node's kind as one dense number. Footnote nodes have no type string and task list items no type of
// their own, so neither `cmark_node_get_type_string` nor `cmark_node_get_type` alone tells all of them.
enum ccmark_kind {
  CCMARK_OTHER, CCMARK_DOCUMENT, CCMARK_BLOCK_QUOTE, CCMARK_LIST, CCMARK_ITEM, CCMARK_TASK,
  CCMARK_CODE_BLOCK, CCMARK_HTML_BLOCK, CCMARK_PARAGRAPH, CCMARK_HEADING, CCMARK_THEMATIC_BREAK,
  CCMARK_FOOTNOTE_DEFINITION, CCMARK_TABLE, CCMARK_TABLE_ROW, CCMARK_TABLE_CELL, CCMARK_TEXT,
  CCMARK_SOFT_BREAK, CCMARK_LINE_BREAK, CCMARK_CODE, CCMARK_HTML_INLINE, CCMARK_EMPHASIS,
  CCMARK_STRONG, CCMARK_STRIKETHROUGH, CCMARK_LINK, CCMARK_IMAGE, CCMARK_FOOTNOTE_REFERENCE
};

static inline enum ccmark_kind ccmark_node_kind(const cmark_node *node) {
  switch (node->type) {
  case CMARK_NODE_DOCUMENT: return CCMARK_DOCUMENT;
  case CMARK_NODE_BLOCK_QUOTE: return CCMARK_BLOCK_QUOTE;
  case CMARK_NODE_LIST: return CCMARK_LIST;
  case CMARK_NODE_ITEM: return node->extension ? CCMARK_TASK : CCMARK_ITEM;
  case CMARK_NODE_CODE_BLOCK: return CCMARK_CODE_BLOCK;
  case CMARK_NODE_HTML_BLOCK: return CCMARK_HTML_BLOCK;
  case CMARK_NODE_PARAGRAPH: return CCMARK_PARAGRAPH;
  case CMARK_NODE_HEADING: return CCMARK_HEADING;
  case CMARK_NODE_THEMATIC_BREAK: return CCMARK_THEMATIC_BREAK;
  case CMARK_NODE_FOOTNOTE_DEFINITION: return CCMARK_FOOTNOTE_DEFINITION;
  case CMARK_NODE_TEXT: return CCMARK_TEXT;
  case CMARK_NODE_SOFTBREAK: return CCMARK_SOFT_BREAK;
  case CMARK_NODE_LINEBREAK: return CCMARK_LINE_BREAK;
  case CMARK_NODE_CODE: return CCMARK_CODE;
  case CMARK_NODE_HTML_INLINE: return CCMARK_HTML_INLINE;
  case CMARK_NODE_EMPH: return CCMARK_EMPHASIS;
  case CMARK_NODE_STRONG: return CCMARK_STRONG;
  case CMARK_NODE_LINK: return CCMARK_LINK;
  case CMARK_NODE_IMAGE: return CCMARK_IMAGE;
  case CMARK_NODE_FOOTNOTE_REFERENCE: return CCMARK_FOOTNOTE_REFERENCE;
  default:
    if (node->type == CMARK_NODE_TABLE) return CCMARK_TABLE;
    if (node->type == CMARK_NODE_TABLE_ROW) return CCMARK_TABLE_ROW;
    if (node->type == CMARK_NODE_TABLE_CELL) return CCMARK_TABLE_CELL;
    if (node->type == CMARK_NODE_STRIKETHROUGH) return CCMARK_STRIKETHROUGH;
    return CCMARK_OTHER;
  }
}

// The library's getters copy every chunk to a C string of its own; these do not.

static inline cmark_chunk ccmark_node_literal(const cmark_node *node) {
  return node->type == CMARK_NODE_CODE_BLOCK ? node->as.code.literal : node->as.literal;
}
static inline cmark_chunk ccmark_node_info(const cmark_node *node) { return node->as.code.info; }
static inline cmark_chunk ccmark_node_url(const cmark_node *node) { return node->as.link.url; }
static inline cmark_chunk ccmark_node_title(const cmark_node *node) { return node->as.link.title; }

// The label of the footnote that a reference points to; empty when it points nowhere.
static inline cmark_chunk ccmark_footnote_label(const cmark_node *node) {
  cmark_chunk none = CMARK_CHUNK_EMPTY;
  if (node->type == CMARK_NODE_FOOTNOTE_DEFINITION) return node->as.literal;
  return node->parent_footnote_def ? node->parent_footnote_def->as.literal : none;
}
// Of a reference: which reference to its footnote it is, from 1. Of a definition: how many there are.
static inline int ccmark_footnote_count(const cmark_node *node) {
  return node->type == CMARK_NODE_FOOTNOTE_DEFINITION ? node->footnote.def_count
                                                      : node->footnote.ref_ix;
}
static inline bool ccmark_list_is_ordered(const cmark_node *node) {
  return node->as.list.list_type == CMARK_ORDERED_LIST;
}
static inline bool ccmark_list_is_tight(const cmark_node *node) { return node->as.list.tight; }
static inline int ccmark_list_start(const cmark_node *node) { return node->as.list.start; }
static inline bool ccmark_task_is_checked(const cmark_node *node) { return node->as.list.checked; }
static inline int ccmark_heading_level(const cmark_node *node) { return node->as.heading.level; }
