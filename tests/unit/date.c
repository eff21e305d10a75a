/* Formats of dates: input, output, and at the beginning of a file name. */
#include "base/arena.h"
#include "date/date.h"
#include "tap.h"

/* Where the zone is not UTC, it is +02:00. */
static const struct {
	const char	*text, *want;
} spellings[] = {
	/* ISO 8601 and similar formats */
	{ "2007-04-24 08:58:47+00:00", "2007-04-24T08:58:47Z" },
	{ "2024-10-31 22:02:00", "2024-10-31T22:02:00+02:00" },
	{ "2006-03-01", "2006-03-01T00:00:00+02:00" },
	{ "2020-04-03T20:26:28.000Z", "2020-04-03T20:26:28Z" },
	{ "2009-12-14T10:02:00Z", "2009-12-14T10:02:00Z" },
	{ "2009-12-14t10:02:00z", "2009-12-14T10:02:00Z" },
	{ "2009-12-18T22:24:41.258-08:00", "2009-12-18T22:24:41-08:00" },
	{ "2006-02-26T09:27:00+08:00", "2006-02-26T09:27:00+08:00" },
	{ "2006-02-26T09:27:00", "2006-02-26T09:27:00+02:00" },
	{ "2006-02-26T09:27", "2006-02-26T09:27:00+02:00" },
	{ "2013-05-06 02:12:52 +0200", "2013-05-06T02:12:52+02:00" },
	{ "2015-02-15 9:18:00", "2015-02-15T09:18:00+02:00" },
	{ "2017-01-12 11:00", "2017-01-12T11:00:00+02:00" },
	{ "2015-03-17 14:00:00 -4", "2015-03-17T14:00:00-04:00" },
	{ "2015-03-17 14:00:00 +12", "2015-03-17T14:00:00+12:00" },
	{ "2015-03-17 14:00:00 +5:30", "2015-03-17T14:00:00+05:30" },
	{ "2015-03-17 14:00 -0000", "2015-03-17T14:00:00Z" },
	{ "2022-4-20", "2022-04-20T00:00:00+02:00" },
	{ "2021-03-7", "2021-03-07T00:00:00+02:00" },
	{ "2026-7-16 18:18", "2026-07-16T18:18:00+02:00" },
	{ "2018-1-1 11:42:50", "2018-01-01T11:42:50+02:00" },
	{ "2018-1-1 1:2:3", "2018-01-01T01:02:03+02:00" },
	{ "2010-01-10 13:07:09 +00:00", "2010-01-10T13:07:09Z" },
	{ "2010-01-10 13:07:09.123456789 +00:00", "2010-01-10T13:07:09Z" },
	{ "2010-01-10 13:07:09.25", "2010-01-10T13:07:09+02:00" },
	{ "2010-01-10T13:07:09,5Z", "2010-01-10T13:07:09Z" },
	{ "2001/01/01 00:00:00", "2001-01-01T00:00:00+02:00" },
	{ "2018/08/18", "2018-08-18T00:00:00+02:00" },
	{ "2018.8.18", "2018-08-18T00:00:00+02:00" },
	{ "2018:08:18 10:20:30", "2018-08-18T10:20:30+02:00" },
	{ "2018 08 18", "2018-08-18T00:00:00+02:00" },
	{ "2018_8_18", "2018-08-18T00:00:00+02:00" },
	{ "2018-Aug-18 10:20", "2018-08-18T10:20:00+02:00" },
	{ "2018 August 18th", "2018-08-18T00:00:00+02:00" },
	{ "2018, Aug. 18", "2018-08-18T00:00:00+02:00" },
	{ "August 18,2018", "2018-08-18T00:00:00+02:00" },
	{ "18 August,2018", "2018-08-18T00:00:00+02:00" },
	{ "20240531", "2024-05-31T00:00:00+02:00" },
	{ "19991231", "1999-12-31T00:00:00+02:00" },
	{ "20240531 10:00:00 Z", "2024-05-31T10:00:00Z" },
	{ "31.5.2024", "2024-05-31T00:00:00+02:00" },
	{ "31/05/2024", "2024-05-31T00:00:00+02:00" },
	{ "05-31-2024", "2024-05-31T00:00:00+02:00" },
	{ "5/5/2024", "2024-05-05T00:00:00+02:00" },
	{ "5/31/2024 8:27:31 PM", "2024-05-31T20:27:31+02:00" },
	{ "20240531T100000Z", "2024-05-31T10:00:00Z" },
	{ "Fri May 31 10:00:00 2024", "2024-05-31T10:00:00+02:00" },
	{ "Fri May  3 10:00:00 CDT 2024", "2024-05-03T10:00:00-05:00" },
	{ "Fri May 31 10:00:00 +0100 2024", "2024-05-31T10:00:00+01:00" },
	{ "Fri May 31 10:00:00 2024 +0100", "2024-05-31T10:00:00+01:00" },
	{ "Fri 31 May 10:00:00 CEST 2024", "2024-05-31T10:00:00+02:00" },
	{ "May 31st, 2024 at 10:30 AM", "2024-05-31T10:30:00+02:00" },
	{ "2024-05-31T10:00:14 (UTC +08:00)", "2024-05-31T10:00:14+08:00" },
	{ "2024-05-31 10:00 (GMT-4)", "2024-05-31T10:00:00-04:00" },
	{ "2024-05-31 10:00:00 (JST)", "2024-05-31T10:00:00+09:00" },
	{ "2024-05-31 10:00 (Asia/Tokyo)", "2024-05-31T10:00:00+09:00" },
	{ "2024-05-31 10:00 Asia/Tokyo (CST)", "2024-05-31T10:00:00+09:00" },
	{ "2024-05-31 10:00 +0800 (CST)", "2024-05-31T10:00:00+08:00" },
	{ "2024-05-31 10:00 (in the morning)", "2024-05-31T10:00:00+02:00" },
	{ "2024-05-31 10:00:00 + 0530", "2024-05-31T10:00:00+05:30" },
	{ "2024-05-31 24:00:00", "2024-06-01T00:00:00+02:00" },
	{ "2024-12-31 24:00 +0800", "2025-01-01T00:00:00+08:00" },
	{ "Fri May 31 24:00:00 2024", "2024-06-01T00:00:00+02:00" },
	{ "2024-05-31 Fri", "2024-05-31T00:00:00+02:00" },
	{ "2024-05-31, Friday 10:00 Z", "2024-05-31T10:00:00Z" },
	{ "2024-05-31 10:00 IST", "2024-05-31T10:00:00+05:30" },
	{ "2024-05-31 10:00 BST", "2024-05-31T10:00:00+01:00" },
	{ "2024-05-31 10:00 WIB", "2024-05-31T10:00:00+07:00" },
	{ "2024-05-31 (UTC)", "2024-05-31T00:00:00+02:00" },
	{ "2024/5/3 \u4e0b\u53483:05:06", "2024-05-03T15:05:06+02:00" },
	{ "2024/5/3 \u4e0a\u534812:05", "2024-05-03T00:05:00+02:00" },
	{ "2024. 5. 3. \uc624\ud6c4 3:05:06", "2024-05-03T15:05:06+02:00" },
	{ "2024\u5e745\u67083\u65e5 \u5348\u5f8c3:05",
	    "2024-05-03T15:05:00+02:00" },
	{ "2024\u5e745\u67083\u65e5 \u4e0b\u53483\u70b95\u5206",
	    "2024-05-03T15:05:00+02:00" },
	{ "2024/5/3 \u4e0b\u534815:05", "2024-05-03T15:05:00+02:00" },
	{ "2024. 5. 31.", "2024-05-31T00:00:00+02:00" },
	{ "2024. 05. 31 10:00", "2024-05-31T10:00:00+02:00" },
	{ "2024.05.31.", "2024-05-31T00:00:00+02:00" },
	{ "31st of May 2024", "2024-05-31T00:00:00+02:00" },
	{ "15 de Agosto de 2024", "2024-08-15T00:00:00+02:00" },
	{ "15 de outubro, 2024", "2024-10-15T00:00:00+02:00" },
	{ "5 de mar\u00e7o 2024 10:00", "2024-03-05T10:00:00+02:00" },
	{ "1er janvier 2024", "2024-01-01T00:00:00+02:00" },
	{ "12 ao\u00fbt 2024", "2024-08-12T00:00:00+02:00" },
	{ "12 f\u00e9v. 2024", "2024-02-12T00:00:00+02:00" },
	{ "3. M\u00e4rz 2024", "2024-03-03T00:00:00+02:00" },
	{ "3. Dez 2024", "2024-12-03T00:00:00+02:00" },
	{ "3 maart 2024", "2024-03-03T00:00:00+02:00" },
	{ "3 mei 2024", "2024-05-03T00:00:00+02:00" },
	{ "5 \u043c\u0430\u044f 2024", "2024-05-05T00:00:00+02:00" },
	{ "2024\u5e745\u670831\u65e5", "2024-05-31T00:00:00+02:00" },
	{ "2024\u5e745\u670831\u65e510:00:06", "2024-05-31T10:00:06+02:00" },
	{ "2024\u5e745\u670831\u65e5 10:00 Z", "2024-05-31T10:00:00Z" },
	{ "2024\u5e745\u670831\u65e510\u664220\u520630\u79d2",
	    "2024-05-31T10:20:30+02:00" },
	{ "2024\u5e745\u670831\u65e5\uff0c10\u70b920\u5206",
	    "2024-05-31T10:20:00+02:00" },
	{ "2024\u5e745\u670831\u65e5 10\u65f6", "2024-05-31T10:00:00+02:00" },
	{ "2024\ub144 5\uc6d4 31\uc77c 10\uc2dc 20\ubd84 30\ucd08",
	    "2024-05-31T10:20:30+02:00" },
	{ "2024-05-31 10:00:00 KST", "2024-05-31T10:00:00+09:00" },
	{ "20240531T1000+0530", "2024-05-31T10:00:00+05:30" },
	{ "2024-05-31T100000", "2024-05-31T10:00:00+02:00" },
	{ "202405311005", "2024-05-31T10:05:00+02:00" },
	{ "20240531100506", "2024-05-31T10:05:06+02:00" },
	{ "20240531100506789", "2024-05-31T10:05:06+02:00" },
	{ " \t2018-08-18   10:00:00 \t", "2018-08-18T10:00:00+02:00" },
	{ "\xc2\xa0 2018-08-18\xc2\xa0" "10:00\xe3\x80\x80",
	    "2018-08-18T10:00:00+02:00" },
	{ "5 May\xc2\xa0" "2024", "2024-05-05T00:00:00+02:00" },
	{ "5\xc2\xa0mai\xc2\xa0" "2024", "2024-05-05T00:00:00+02:00" },
	{ "Sept\xe3\x80\x80" "5, 2024", "2024-09-05T00:00:00+02:00" },
	{ "5 de mayo del 2024", "2024-05-05T00:00:00+02:00" },
	{ "2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z" },
	{ "2024-02-29", "2024-02-29T00:00:00+02:00" },
	{ "2015-03-17 +0100", "2015-03-17T00:00:00+01:00" },
	{ "2015-03-17 UTC", "2015-03-17T00:00:00Z" },
	{ "2015-03-17T14:00:00+14:00", "2015-03-17T14:00:00+14:00" },
	{ "2015-03-17T14:00:00-12:00", "2015-03-17T14:00:00-12:00" },
	/* names of zones */
	{ "2012-03-30 23:00:00 UTC-03:00", "2012-03-30T23:00:00-03:00" },
	{ "2012-03-30 23:00:00 UTC", "2012-03-30T23:00:00Z" },
	{ "2012-03-30 23:00:00 UTC +8", "2012-03-30T23:00:00+08:00" },
	{ "2012-03-30 23:00:00GMT", "2012-03-30T23:00:00Z" },
	{ "2012-03-30 23:00:00 est", "2012-03-30T23:00:00-05:00" },
	{ "2012-03-30 23:00:00 CEST", "2012-03-30T23:00:00+02:00" },
	/* RFC 822, RFC 850, and what JavaScript prints */
	{ "Fri, 01 Apr 2022 09:02:34 GMT", "2022-04-01T09:02:34Z" },
	{ "Fri, 01 Apr 2022 09:02:34 +0800", "2022-04-01T09:02:34+08:00" },
	{ "01 Apr 2022 09:02:34 EST", "2022-04-01T09:02:34-05:00" },
	{ "1 Apr 2022 09:02 PDT", "2022-04-01T09:02:00-07:00" },
	{ "Mon, 01 Apr 2022 09:02:34 UT", "2022-04-01T09:02:34Z" },
	{ "fri,01 APR 2022 09:02:34 Z", "2022-04-01T09:02:34Z" },
	{ "Fri, 01 Apr 22 09:02:34 GMT", "2022-04-01T09:02:34Z" },
	{ "01 Apr 49 09:02:34 GMT", "2049-04-01T09:02:34Z" },
	{ "01 Apr 50 09:02:34 GMT", "1950-04-01T09:02:34Z" },
	{ "Friday, 01-Apr-22 09:02:34 GMT", "2022-04-01T09:02:34Z" },
	{ "Fri, 01 Apr 2022 09:02:34 -0800 (PST)",
	    "2022-04-01T09:02:34-08:00" },
	{ "Fri Apr 01 2022 09:02:34 GMT+0800 (China Standard Time)",
	    "2022-04-01T09:02:34+08:00" },
	/* names of months */
	{ "27 February 2012", "2012-02-27T00:00:00+02:00" },
	{ "Jul 08 2022", "2022-07-08T00:00:00+02:00" },
	{ "July 8, 2022", "2022-07-08T00:00:00+02:00" },
	{ "july 8, 2022 18:30", "2022-07-08T18:30:00+02:00" },
	{ "Sept. 8, 2022, 18:30", "2022-09-08T18:30:00+02:00" },
	{ "8 Sept 2022", "2022-09-08T00:00:00+02:00" },
	{ "Thursday, September 5th 2024, 1:16:12 pm",
	    "2024-09-05T13:16:12+02:00" },
	{ "Thu., Sep. 5, 2024, 1:16:12 pm", "2024-09-05T13:16:12+02:00" },
	{ "1st May 2024", "2024-05-01T00:00:00+02:00" },
	{ "12 May, 2022", "2022-05-12T00:00:00+02:00" },
	{ "15. August 2022 10:00", "2022-08-15T10:00:00+02:00" },
	{ "2022-08-15 12:30:00 +0800 CST", "2022-08-15T12:30:00+08:00" },
	{ "2022-08-15 12:30:00 +0000 UTC", "2022-08-15T12:30:00Z" },
	{ "Wednesday, May 3, 2023", "2023-05-03T00:00:00+02:00" },
	{ "Date(2012, 2, 27)", "2012-02-27T00:00:00+02:00" },
	{ "Date(2012,2,27)", "2012-02-27T00:00:00+02:00" },
	/* twelve-hour clock */
	{ "July 8, 2022 9:30 pm", "2022-07-08T21:30:00+02:00" },
	{ "2022-07-08 9PM", "2022-07-08T21:00:00+02:00" },
	{ "2022-07-08 12:00 AM", "2022-07-08T00:00:00+02:00" },
	{ "2022-07-08 12:00:01 p.m. UTC", "2022-07-08T12:00:01Z" },
	{ "2022-07-08 0:30 AM", "2022-07-08T00:30:00+02:00" },
	{ "2022-07-08 0:30 pm", "2022-07-08T12:30:00+02:00" },
	{ "2022-07-08 13:00 PM CET", "2022-07-08T13:00:00+01:00" },
	/* numbers */
	{ "1648803754", "2022-04-01T11:02:34+02:00" },
	{ "1648803754999", "2022-04-01T11:02:34+02:00" },
	{ " 1648803754 ", "2022-04-01T11:02:34+02:00" },
	{ "0000000000", "1970-01-01T02:00:00+02:00" },
	/* the limits */
	{ "0001-01-02", "0001-01-02T00:00:00+02:00" },
	{ "9999-12-31 23:59:59", "9999-12-31T23:59:59+02:00" },
};

#define OF_RUN "this is the time of a build or a file, not of the post"
#define EXPECTED "expected a date such as 2024-05-31 or " \
	"2024-05-31T18:00:00+02:00"

static const struct {
	const char	*text, *problem;
} unreadable[] = {
	{ "Invalid Date", EXPECTED }, { "YYYY-MM-DD", EXPECTED },
	{ "", EXPECTED }, { " ", EXPECTED }, { "9999", EXPECTED },
	{ "{{ date }}", EXPECTED }, { "Last Modified", OF_RUN },
	{ "git Created", OF_RUN }, { "Created", OF_RUN },
	{ "<%= Time.now %>", EXPECTED }, { "yesterday", EXPECTED },
	{ "2024-05/31", EXPECTED }, { "2024-123-1", EXPECTED },
	{ "2024053", EXPECTED }, { "12345678901", EXPECTED },
	{ "202405311", EXPECTED }, { "18991231", EXPECTED },
	{ "31052024", EXPECTED }, { "21000101", EXPECTED },
	{ "27 February", EXPECTED }, { "Ma 3, 2023", EXPECTED },
	{ "Mayday 3, 2023", EXPECTED }, { "May 3 23", EXPECTED },
	{ "1sx May 2024", EXPECTED }, { "31/May/2024", EXPECTED },
	{ "May", EXPECTED }, { "Mon", EXPECTED }, { "Mon,", EXPECTED },
	{ "Date(2012, 2)", EXPECTED }, { "Date(", EXPECTED },
	{ "Date(2012, 2, 27", EXPECTED }, { "2024-", EXPECTED },
	{ "Date(2012, 2, 271)", EXPECTED }, { "Date(2012, 102, 1)", EXPECTED },
	{ "5 jui 2024", "the name of the month is unknown" },
	{ "5 listopada 2024", "the name of the month is unknown" },
	{ "5 de 2024", EXPECTED }, { "of May 2024", EXPECTED },
	{ "24-05-31", "a date in digits begins with its year" },
	{ "2024-05-31 10:", EXPECTED }, { "2024-05-31 10:x", EXPECTED },
	{ "2024-05-31 10:00:", EXPECTED }, { "12024-05-31", EXPECTED },
	{ "2024-05-31 10:000", EXPECTED }, { "-2024-05-31", EXPECTED },
	{ "2024-05", "the day of the month is missing" },
	{ "05/06/2024",
	    "either 5 or 6 may be the month (write the year first)" },
	{ "5.6.2024",
	    "either 5 or 6 may be the month (write the year first)" },
	{ "31/13/2024", "there is no month 31" },
	{ "31.5.24", "a date in digits begins with its year" },
	{ "31.5/2024", "a date in digits begins with its year" },
	{ "31-5", "a date in digits begins with its year" },
	{ "27 Feb 12", "a year must have four digits" },
	{ "today", OF_RUN },
	{ "git Last Modified", OF_RUN },
	{ "2024-01-32", "January 2024 has 31 days" },
	{ "2024-13-01", "there is no month 13" },
	{ "20241301100000", "there is no month 13" },
	{ "Fri May 31 10:00:00", EXPECTED },
	{ "Fri May 31 10:00:00 CEST", EXPECTED },
	{ "2024\u5e745\u6708", EXPECTED },
	{ "2024\u5e745\u670832\u65e5", "May 2024 has 31 days" },
	{ "2024\u5e745\u670831\u65e525\u6642", "there is no hour 25" },
	{ "2024\u5e745\u670831\u65e510\u664261\u5206",
	    "there is no minute 61" },
	{ "2024\u5e745\u670831\u65e510\u664210", EXPECTED },
	{ "2024\u5e745\u670831\u65e5100", EXPECTED },
	{ "2024-05-31 +/-TTTT",
	    "\"+/-TTTT\" is not part of a date" },
	{ "20240531250000", "there is no hour 25" },
	{ "20240531T10000", "\"T10000\" is not part of a date" },
	{ "20122012", "there is no month 20" },
	{ "2024-00-01", "there is no month 0" },
	{ "2024-01-00", "there is no day 0" },
	{ "0000-01-01", "there is no year 0" },
	{ "2024-01-01 24:00:01", "there is no hour 24" },
	{ "9999-12-31 24:00", "in UTC it is outside the years 1 to 9999" },
	{ "2024-01-01 25:00", "there is no hour 25" },
	{ "2024-01-01 13:00 am", "\"am\" is not part of a date" },
	{ "2024-01-01 13:00 AM", "\"AM\" is not part of a date" },
	{ "2024-01-01 10:60", "there is no minute 60" },
	{ "2024-01-01 10:00:61", "there is no second 61" },
	{ "2023-01-29 18:30:22 2023 -0800",
	    "\"2023 -0800\" is not part of a date" },
	{ "2023-01-29 2023", "\"2023\" is not part of a date" },
	{ "2023-01-29T", "\"T\" is not part of a date" },
	{ "2023-01-29Z", "\"Z\" is not part of a date" },
	{ "2023-01-29-08", "\"-08\" is not part of a date" },
	{ "2023-01-29 to 2023-01-30",
	    "\"to 2023-01-30\" is not part of a date" },
	{ "2023-01-29 10:00 tomorrow",
	    "\"tomorrow\" is not part of a date" },
	{ "2023-01-29 10:00+", "\"+\" is not part of a date" },
	{ "2023-01-29 10:00 +08000", "\"0\" is not part of a date" },
	{ "2023-01-29 10:00 - 11", "\"- 11\" is not part of a date" },
	{ "2023-01-29 +05:3", "\"+05:3\" is not part of a date" },
	{ "2023-01-29 10:00 UTC - x", "\"- x\" is not part of a date" },
	{ "2023-01-29 10:00 (x", "\"(x\" is not part of a date" },
	{ "2023-01-29 10:00 x)", "\"x)\" is not part of a date" },
	{ "0001-01-01 00:00:00 +0200",
	    "in UTC it is outside the years 1 to 9999" },
	{ "9999-12-31 23:59:59 -0200",
	    "in UTC it is outside the years 1 to 9999" },
};

static const struct {
	enum date_status status;
	const char	*text, *want, *problem;
} doubtful[] = {
	{ DATE_BAD_OFFSET, "2024-05-31 10:00:00 +/-TTTT",
	    "2024-05-31T10:00:00+02:00", "\"+/-TTTT\" is not an offset" },
	{ DATE_BAD_OFFSET, "2023-01-29 10:00 +05:", "2023-01-29T10:00:00+02:00",
	    "\"+05:\" is not an offset" },
	{ DATE_BAD_OFFSET, "2023-01-29 10:00 +05:3",
	    "2023-01-29T10:00:00+02:00", "\"+05:3\" is not an offset" },
	{ DATE_BAD_OFFSET, "2020-05-29 14:15:14+15:00",
	    "2020-05-29T14:15:14+02:00", "the offset +15:00 is beyond +14:00" },
	{ DATE_BAD_OFFSET, "2020-05-29 14:15:14+2300",
	    "2020-05-29T14:15:14+02:00", "the offset +2300 is beyond +14:00" },
	{ DATE_BAD_OFFSET, "2020-05-29 14:15:14 -13",
	    "2020-05-29T14:15:14+02:00", "the offset -13 is beyond -12:00" },
	{ DATE_BAD_OFFSET, "2020-05-29 14:15:14 UTC+15",
	    "2020-05-29T14:15:14+02:00", "the offset +15 is beyond +14:00" },
	{ DATE_BAD_OFFSET, "2020-05-29 14:15:14 +05:75",
	    "2020-05-29T14:15:14+02:00", "there is no offset +05:75" },
	{ DATE_BAD_OFFSET, "2020-05-29 14:15:14 -99:00",
	    "2020-05-29T14:15:14+02:00", "there is no offset -99:00" },
	{ DATE_BAD_OFFSET, "2020-05-29 14:15:14 Mars/Phobos",
	    "2020-05-29T14:15:14+02:00",
	    "unknown time zone \"Mars/Phobos\"" },
	{ DATE_BAD_OFFSET, "2020-05-29 14:15:14 XST",
	    "2020-05-29T14:15:14+02:00", "unknown time zone \"XST\"" },
	{ DATE_BEYOND_MONTH, "2017-02-29 11:00:00", "2017-03-01T11:00:00+02:00",
	    "February 2017 has 28 days" },
	{ DATE_BEYOND_MONTH, "2024-02-31", "2024-03-02T00:00:00+02:00",
	    "February 2024 has 29 days" },
	{ DATE_BEYOND_MONTH, "31 April 2024", "2024-05-01T00:00:00+02:00",
	    "April 2024 has 30 days" },
	{ DATE_BEYOND_MONTH, "20010229", "2001-03-01T00:00:00+02:00",
	    "February 2001 has 28 days" },
};

static const struct {
	const char	*text, *zone, *want;
} zoned[] = {
	{ "2019-08-31 23:59:56 America/New_York", "UTC",
	    "2019-08-31T23:59:56-04:00" },
	{ "2019-12-31 23:59:56 America/New_York", "UTC",
	    "2019-12-31T23:59:56-05:00" },
	{ "2019-12-31 23:59 EST5EDT", "UTC", "2019-12-31T23:59:00-05:00" },
	{ "2019-12-31 23:59 Etc/GMT+3", "UTC", "2019-12-31T23:59:00-03:00" },
	{ "2024-07-01", "Europe/Paris", "2024-07-01T00:00:00+02:00" },
	{ "2024-01-01", "Europe/Paris", "2024-01-01T00:00:00+01:00" },
	{ "2024-03-31 02:30", "Europe/Paris", "2024-03-31T02:30:00+01:00" },
	{ "2024-10-27 02:30", "Europe/Paris", "2024-10-27T02:30:00+02:00" },
	{ "1648803754", "Europe/Paris", "2022-04-01T11:02:34+02:00" },
};

static const struct {
	long long	 seconds;
	int		 offset;
	const char	*rfc3339, *rfc822;
} written[] = {
	{ 1648803754, 0, "2022-04-01T09:02:34Z",
	    "Fri, 01 Apr 2022 09:02:34 +0000" },
	{ 1264507566, 480, "2010-01-26T20:06:06+08:00",
	    "Tue, 26 Jan 2010 12:06:06 +0000" },
	{ -1, -330, "1969-12-31T18:29:59-05:30",
	    "Wed, 31 Dec 1969 23:59:59 +0000" },
	{ -62135596800, 0, "0001-01-01T00:00:00Z",
	    "Mon, 01 Jan 0001 00:00:00 +0000" },
	{ 253402300799, 0, "9999-12-31T23:59:59Z",
	    "Fri, 31 Dec 9999 23:59:59 +0000" },
	{ 253402300799, 1, NULL, NULL }, { -62135596800, -1, NULL, NULL },
	{ 253402300800, 0, NULL, NULL }, { 253402300800, -60, NULL, NULL },
	{ 9223372036854775807, 840, NULL, NULL },
};

/* The date is year to second, in decimal digits; 0: none. */
static const struct {
	const char	*name;
	size_t		 length;
	long long	 want;
} names[] = {
	{ "2019-01-02-slug.md", 11, 20190102000000 },
	{ "2021-4-18-x.md", 10, 20210418000000 },
	{ "2019-01-02_slug", 11, 20190102000000 },
	{ "2019-01-02 slug", 11, 20190102000000 },
	{ "2019-01-02 - slug", 13, 20190102000000 },
	{ "2019-01-02--_slug", 13, 20190102000000 },
	{ "2019-01-02.md", 10, 20190102000000 },
	{ "2019-01-02", 10, 20190102000000 },
	{ "2019-01-02-", 11, 20190102000000 },
	{ "2019-01-02T10:20:30Z-slug", 21, 20190102102030 },
	{ "2019-01-02T10:20:30+01:00_slug", 26, 20190102102030 },
	{ "2019-01-02T10:20:30.5Z.md", 22, 20190102102030 },
	{ "2019-01-02-10-20-30-slug", 20, 20190102102030 },
	{ "2019-01-02-10-20-30", 19, 20190102102030 },
	{ "2019-01-02-10-20-slug", 11, 20190102000000 },
	{ "2019-01-02-10-20-70-slug", 11, 20190102000000 },
	{ "2019-01-02-10-60-30-slug", 11, 20190102000000 },
	{ "2019-01-02-24-20-30-slug", 11, 20190102000000 },
	{ "2019-01-02-10-20-30x", 11, 20190102000000 },
	{ "2019-01-02-7-things", 11, 20190102000000 },
	{ "2019-01-02-2019-01-03", 11, 20190102000000 },
	{ "2019-01-02T10:20:30-slug", 0, 0 },
	{ "2019-01-02Title", 0, 0 }, { "2019-01-02T", 0, 0 },
	{ "2019-01-023", 0, 0 }, { "2019-02-29-x", 0, 0 },
	{ "2019-13-01-x", 0, 0 }, { "2019-00-01-x", 0, 0 },
	{ "19-01-02-x", 0, 0 }, { "20190-01-02-x", 0, 0 },
	{ "2019/01/02-x", 0, 0 }, { "2019.01.02-x", 0, 0 },
	{ "2019_01_02-x", 0, 0 }, { "2019-01/02-x", 0, 0 },
	{ "2019-01", 0, 0 }, { "2019-01-", 0, 0 }, { "2019-", 0, 0 },
	{ "2019", 0, 0 }, { "slug", 0, 0 }, { "", 0, 0 },
	{ "x2019-01-02", 0, 0 }, { "0000-01-01-x", 0, 0 },
};

static void
test_spellings(struct arena *a)
{
	const struct zone *zone = zone_find(a, "+02:00");
	struct p2f_date date;
	const char *problem;
	size_t i;

	for (i = 0; i < COUNT(spellings); i++) {
		date.rfc3339 = NULL;
		if (date_parse(a, spellings[i].text, zone, &date, &problem)
		    != DATE_OK)
			printf("# %s\n", problem);
		tap_string(date.rfc3339, spellings[i].want,
		    spellings[i].text);
	}
}

static void
test_unreadable(struct arena *a)
{
	struct p2f_date date;
	const char *problem;
	size_t i;

	for (i = 0; i < COUNT(unreadable); i++) {
		tap_ok(date_parse(a, unreadable[i].text, zone_utc(), &date,
		    &problem) == DATE_UNREADABLE, "no date: %s",
		    unreadable[i].text);
		tap_string(problem, unreadable[i].problem,
		    unreadable[i].text);
	}
}

static void
test_doubtful(struct arena *a)
{
	const struct zone *zone = zone_find(a, "+02:00");
	struct p2f_date date;
	const char *problem;
	size_t i;

	for (i = 0; i < COUNT(doubtful); i++) {
		date.rfc3339 = NULL;
		tap_ok(date_parse(a, doubtful[i].text, zone, &date, &problem)
		    == doubtful[i].status, "doubtful: %s",
		    doubtful[i].text);
		tap_string(date.rfc3339, doubtful[i].want, doubtful[i].text);
		tap_string(problem, doubtful[i].problem, doubtful[i].text);
	}
}

static void
test_zoned(struct arena *a)
{
	struct p2f_date date;
	const char *problem;
	size_t i;

	if (zone_find(a, "Europe/Paris") == NULL) {
		tap_ok(true, "zones # SKIP no time zone database");
		return;
	}
	for (i = 0; i < COUNT(zoned); i++) {
		date.rfc3339 = NULL;
		date_parse(a, zoned[i].text, zone_find(a, zoned[i].zone),
		    &date, &problem);
		tap_string(date.rfc3339, zoned[i].want, zoned[i].text);
	}
}

static void
test_members(struct arena *a)
{
	struct p2f_date date;
	struct civil c;
	const char *problem = "";

	tap_ok(date_parse(a, "2010-01-26 20:06:06 +0800", zone_utc(), &date,
	    &problem) == DATE_OK && problem == NULL, "no problem");
	tap_ok(date.seconds == 1264507566 && date.offset == 480,
	    "seconds and offset");
	tap_string(date_for_feed(a, &date)->rfc822,
	    "Tue, 26 Jan 2010 12:06:06 +0000", "RFC 822");
	date_civil(&date, &c);
	tap_ok(c.year == 2010 && c.month == 1 && c.day == 26 &&
	    c.hour == 20 && c.minute == 6 && c.second == 6,
	    "the clock at the offset");
}

static void
test_days(void)
{
	static const char *const days[] = {
		"2024-05-31", " 31 May 2024 ", "2024/5/31"
	};
	static const char *const times[] = {
		"1717113600", "1717113600000", "2024-05-31 9 pm",
		"2024-05-31T18:00", "31 May 2024 00:00:00 +0200", "someday"
	};
	size_t i;

	for (i = 0; i < COUNT(days); i++)
		tap_ok(date_is_day(days[i]), "a day: %s", days[i]);
	for (i = 0; i < COUNT(times); i++)
		tap_ok(!date_is_day(times[i]), "no day: %s", times[i]);
}

static void
test_written(struct arena *a)
{
	const struct p2f_date *date;
	size_t i;

	for (i = 0; i < COUNT(written); i++) {
		date = date_new(a, written[i].seconds, written[i].offset);
		tap_string(date == NULL ? NULL : date->rfc3339,
		    written[i].rfc3339, "RFC 3339");
		tap_string(date == NULL ? NULL : date_for_feed(a, date)->rfc822,
		    written[i].rfc822, "RFC 822");
	}
}

static void
test_from_civil(struct arena *a)
{
	static const struct civil day = { 2024, 5, 31, 0, 0, 0 };
	static const struct civil first = { 1, 1, 1, 0, 0, 0 };
	const struct zone *zone = zone_find(a, "+08:00");

	tap_string(date_from_civil(a, &day, zone)->rfc3339,
	    "2024-05-31T00:00:00+08:00", "a day in a zone");
	tap_string(date_from_civil(a, &day, zone_utc())->rfc3339,
	    "2024-05-31T00:00:00Z", "a day in UTC");
	tap_ok(date_from_civil(a, &first, zone) == NULL, "the year 0");
}

static void
test_format(void)
{
	static const struct civil c = { 2024, 5, 1, 7, 8, 9 };
	struct buf out = { 0 };

	tap_ok(date_format(&out, &c, "%Y %m %d %y %H:%M:%S %j %B %b %A %a "
	    "%e %-d %-m %w %h %I %p 100%%"), "all letters");
	buf_puts(&out, "");
	tap_string(out.bytes, "2024 05 01 24 07:08:09 122 May May Wednesday "
	    "Wed 1 1 5 3 May 07 AM 100%", "a date in a format");
	tap_ok(!date_format(&out, &c, "%Q") && !date_format(&out, &c, "%"),
	    "no such letters");
	buf_release(&out);
}

static void
test_names(void)
{
	struct civil c;
	size_t i, length;
	long long got;

	for (i = 0; i < COUNT(names); i++) {
		length = date_of_name(names[i].name, &c);
		got = length == 0 ? 0 : c.year * 10000000000LL +
		    c.month * 100000000LL + c.day * 1000000LL +
		    c.hour * 10000LL + c.minute * 100LL + c.second;
		if (!tap_ok(length == names[i].length && got == names[i].want,
		    "name %s", names[i].name))
			printf("# got %zu, %lld\n", length, got);
	}
}

int
main(void)
{
	struct arena a = { 0 };

	test_spellings(&a);
	test_unreadable(&a);
	test_doubtful(&a);
	test_zoned(&a);
	test_members(&a);
	test_days();
	test_written(&a);
	test_from_civil(&a);
	test_format();
	test_names();
	arena_release(&a);
	return tap_end();
}
