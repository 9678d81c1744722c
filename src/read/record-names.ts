/** The places of a record that have a meaning of their own. */
export type RecordPlace = 'text' | 'title' | 'date' | 'outlet' | 'author' | 'categories' | 'url' | 'language' | 'id'

/**
 * The names under which collections keep each place, the best first; compared in lower case, without `_`, `-` and spaces.
 *
 * Source: news-please (`maintext`, `date_publish`, `source_domain`), Article-Bias-Prediction (`content`, `source`), CC-News
 * (`domain`, `plain_text`), GDELT (`seendate`, `SQLDATE`, `SOURCEURL`, `DocumentIdentifier`, `SourceCommonName`), Media Cloud
 * (`publish_date`, `media_name`, `story_text`), NewsAPI (`publishedAt`, `source.name`), schema.org (`articleBody`), MediaSum (`program`).
 */
export const RECORD_NAMES: Readonly<Record<RecordPlace, readonly string[]>> = {
  text: names(
    'text|body|maintext|content|articlebody|articletext|fulltext|storytext|plaintext|article|bodytext|textcontent|contenttext|cleantext|cleanedtext|cleancontent|contentoriginal|rawtext|story|document|transcript|news|contents|doctext|documenttext|paragraphs|sentence',
  ),
  title: names('title|headline|articletitle|pagetitle|titlepage|storytitle|newstitle|heading|name'),
  date: names(
    'date|publishdate|datepublish|publicationdate|publishedat|publisheddate|published|datepublished|pubdate|publishtime|publisheddatetime|firstpublicationdate|articledate|newsdate|seendate|sqldate|dateadded|createdat|datetime|episodedate|posted|time|timestamp|year',
  ),
  outlet: names(
    'outlet|publication|newspaper|outletname|medianame|publisher|sourcename|sourcecommonname|source|newsoutlet|media|sitename|site|sourcedomain|domain|mediaurl|program|programme|show|podcast|channel|agency',
  ),
  author: names('author|authors|byline|writer|creator|journalist|by'),
  categories: names('categories|category|section|topics|topic|tags|keywords|themes|subjects'),
  url: names('url|sourceurl|link|documentidentifier|articleurl|storyurl|canonicalurl|originalurl|weburl|permalink|uri'),
  language: names('language|lang|languagecode|sourcelanguage|inlanguage'),
  id: names('id|articleid|docid|documentid|storiesid|storyid|uuid|guid|uid'),
}

/** Names of a summary, which is read where a collection keeps no text. */
export const SUMMARY_NAMES: readonly string[] = names('description|desc|summary|abstract|lead|snippet|excerpt')

function names(list: string): string[] {
  return list.split('|')
}

/** A column's name as it is compared. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/g, '')
}
