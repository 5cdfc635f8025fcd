/**
 * The words of headings, each with its abbreviations and spellings. The first of a line is the word that patterns use.
 * Trackers are typed in a hurry: a heading word that stands in no line is compared with these by spelling distance.
 */
const LINES = `
patient pt pts px client clients clt consumer recipient resident participant learner beneficiary bene enrollee pat couple indiv individual
member members mbr memb mem mmbr
student child kid kiddo youth teen teens adolescent infant baby scholar
name names nm fullname
first fname legalfirst firstname forename givenname fn firstnm
last surname family lname lastname ln lastnm surnames
middle mi mname
suffix suf sfx
preferred nickname
date dt dts dte dates datum on
birth bday birthday born birthdate bd geboren birthdt
dob
payer payor payers payors insurer insurers carrier carriers insurance ins insur insurances insurnace mco tpa payername coverage funder
plan plans hp healthplan
company co comp corp
primary prim
secondary sec second 2nd
id ids identifier identification ident
number no nr num nbr numbers nos numb nummer
subscriber subscr subsc sub subs subscribers
policy policies pol polis
holder policyholder
card cardholder
insured insd
group grp gr gp rxgrp groep
level lvl
care
loc
program prog programme programs track
setting
reason rsn reasons rationale justification grounds because bc why waarom cause reden
trigger
network netwk ntwk inn par participating
out
oon oonrsn nonpar outofnetwork
gap exception gapex
sca scas singlecase
loa loas
single
case cases
agreement agreements agrmt agmt agr
contract contracts contracted
submitted submit submission subm sbmtd submittd submited filing
sent send snt faxed emailed mailed
request requested requests req reqd reqs requestd rqst asked ask asks asking
initiated opened initial init
received recvd rcvd recd rec rcv
decided decision decisions dec dcsn determination determined determ det determn ruling
answer ans ansd answered answers response responded resp reply replied respons antwoord responses answr said says
back returned heard
outcome outcomes result results res disposition dispo verdict ruled
status stat sts stts st staus
stands stand standing
approved approval appr apprv apprvd aprvd aprvl appvd okd ok granted grant okayed okay gave allow allowed
pending pend pends waiting awaiting open
denied denial deny den dend dny declined adverse rejected rejection refused nonapproval refusal decline dcln dcl rejctd turned
appeal appeals appealed apl grievance reconsideration
rate rates ratio tarif rt rts
fee fees
price prices pricing pricd
cost costs
dollars dollar usd money paymt cash
amount amt amts
payment pay pays paid pmt
reimbursement reimb reimbursed reimburse
terms deal
agreed agree agrees settled negotiated final finalized neg nego negot accepted got landed
offered offer offers counter counteroffer countered
proposed quoted wanted
billed bill charges charge chg chgs chargemaster ucr uc usual
perdiem pd diem
per each
unit units unt uom un u pcs pc pieces
visit visits vis vst vsts tx txs treatments trips trip fills fill doses nights night shifts tests
session sessions sess sesh sessn
day days dys
hour hours hrs hr
cycle cycles cyc
medicare mcr cms mpfs
percent percentage pct perc
multiple multiplier
model method methodology
basis bas
type typ kind
letter letters ltr lttr ltrs
written writing
confirmation confirmed confirm conf
signed signature sign sig countersigned executed execd exec execution
paper paperwork ppw pprwk document doc docs
file hand binder
contact contacts cont cntc cntct contct ctc liaison poc whom
rep reps representative representatives nurse examiner
reviewer reviewers rvwr rvwer rev
manager mgr mngr mgmt management
cm
um ur
adjuster negotiator adv advisor
spoke spoken talked talk talkto speak
person people persons
phone ph tel telephone tele fone cell mobile callback
email mail emailaddr
fax
share sharing
liability responsibility
copay copays coins coinsurance deductible ded oop
tier benefit benefits
code codes cd cds
cpt cpts hcpcs hcpc cptcode procedurecode
procedure procedures proc procs sx surgery
service services svc svcs srv srvc serv
revenue
modifier modifiers mod mods modif
drug drugs med meds medication item test regimen
description desc descr what
authorization auth auths authoriz authoriztion authorisation athrztn authn authorizations authd authed authorized autorization
certification cert certified certif certs
precert precertification preauth pa
reference ref refs
start starts begin begins began beginning beg eff effective effdate started commence
end ends expires expire expiration exp expiry thru through til until till term stop stp lcd termination ending
from fr frm
to
valid validity good
window period range span
covered
used utilized utilised util consumed delivered done completed compl cmpl attended seen rendered dispensed disp usage ran kept dlvd dlvrd deliv provided performed redeemed taken shown showed came infused shipped administered burned spent
left remaining remain rem balance bal
total tot
count quantity qty qnty
record rcd
parent renewal prior previous original orig
line
review reviews
note notes comment comments remark remarks cmts cmt memo misc stuff history log opmerkingen narrative blah scribble scribbles chatter musings rmk rmks observations
next follow followup fu nxt
todo
step
call calls
tracking ticket portal confirmationnumber inquiry
mrn acct account chart accession ehr emr
provider prov clinician therapist therapists doctor dr surgeon surg physician bcba rbt rendering ordering referring md clinicians specialist attending tech prescriber counselor dietitian teacher
owner assigned staff coordinator handled worked handledby biller intake by
guarantor guardian mom parents mother father spouse partner responsible
dos serviced
admit admission adm admitted discharge dc discharged
evaluation eval appointment appt collected collection
diagnosis dx icd diag condition
age gender sex pronouns
address city zip state county
site location clinic office facility where place branch
expected owed ar
claim claims
npi tin taxonomy
alert countdown
due deadline reminder
updated modified entered logged created
language
school grade
organ
seq row index
tag tags
`;

/** Spelling of a heading word → the word that patterns use. */
export const HEADING_WORDS: ReadonlyMap<string, string> = new Map(
  LINES.trim()
    .split("\n")
    .flatMap((line) => {
      const words = line.split(" ");
      return words.map((word): [string, string] => [word, words[0] ?? word]);
    }),
);

/** Wordings of several words that mean one thing, put into one word before the heading is taken apart. */
export const HEADING_PHRASES: readonly (readonly [RegExp, string])[] = [
  [
    /\(?\b(?:y\s?\/\s?n|yes\s?\/\s?no|mm\s?[/-]\s?dd(?:\s?[/-]\s?yy(?:yy)?)?|dd\s?[/-]\s?mm(?:\s?[/-]\s?yy(?:yy)?)?|true\s?\/\s?false)\b\)?/g,
    " ",
  ],
  [
    /\bif (?:no|not|denied|dnd|declined|adverse|neg(?:ative)?)\b,?\s*(?:approved)?,?\s*(?:why|reason|because)?(?: not)?\b/g,
    " denial reason ",
  ],
  [/\b(sent|submitted|faxed|emailed) to\b/g, " $1 "],
  [/\bd\.?\s?o\.?\s?b\b\.?/g, " dob "],
  [/\b(?:date of birth|birth\s?(?:date|day|dt)|b-?\s?day|born(?: on)?)\b/g, " dob "],
  [/\(\s*(?:not|no|never|excl\w*)\b[^)]*\)/g, " "],
  [/\bdates? of service\b|\bd\.?o\.?s\b\.?/g, " dos "],
  [/\b(?:out[- ]of[- ]network|non[- ]?par(?:ticipating)?|o\.o\.n\.?)\b/g, " oon "],
  [/\b(?:in[- ]network)\b/g, " network "],
  [/^\s*(?:#(?: of)?|nos?\.? of|number of)\s*(?=[a-z]+s\b)/g, " count "],
  [
    /\bwhat (?:we|they|plan|payer|ins)(?:ve)? (?:settled|agreed|landed|ended up)(?: on| to| at| with)?\b/g,
    " agreed terms ",
  ],
  [
    /(\b(?:rate|fee|price|amount|amt)|\$)\s*\/\s*(?=(?:units?|u|hr|hour|day|sess(?:ion)?|visit|test|pcs?|piece|ea|each|fraction|mg)\b)/g,
    "$1 per ",
  ],
  [/\b(unit|units|hour|hours|hrs|visit|visits|day|days|session|sessions) usd\b/g, " $1 used "],
  // One day is a date, where several are counted: "day asked" beside "days asked".
  [
    /\bday (?=(?:we |it |they )?(?:asked|sent|faxed|submitted|answered|decided|denied|of (?:the )?(?:request|answer|decision))\b)/g,
    "date ",
  ],
  [/\blevel of care\b|\bl\.?o\.?c\b\.?/g, " loc "],
  [/\bsingle[- ]case[- ]agreements?\b/g, " sca "],
  [/\bletters? of agreement\b/g, " loa "],
  [/\bcase m(?:ana)?g(?:e)?r\b|\bcase manager\b|\bcare manager\b/g, " cm "],
  [/\brev(?:enue)?\.?\s?(?:cd|code)s?\b/g, " revenue code "],
  [/\brev\b(?=\s*(?:[/&,+]|and|or)\s*(?:cpt|hcpcs?|codes?|proc))/g, " revenue code "],
  [/\b(?:pt|patient|member|mbr)\.? resp(?:onsibility)?\b/g, " patient liability "],
  [/\bper[- ]?diem\b/g, " perdiem "],
  [/\blast covered day\b|\blcd\b/g, " authorization end "],
  [/\bnext review(?: date)?\b|\bnrd\b/g, " followup date "],
  [/\bprior[- ]auth(?:orization)?\b|\bpre[- ]?auth(?:orization)?\b/g, " precert "],
  [/\bcost[- ]shar(?:e|ing)\b/g, " costshare "],
  [/\be-?mails?\b/g, " email "],
  [/\bzip\s?code\b/g, " zip "],
  [/\bpolicy\s?holder\b/g, " guarantor "],
  [/\bsubscriber name\b|\binsured'?s? name\b|\bname of (?:the )?(?:insured|subscriber)\b/g, " guarantor name "],
  [/^\s*b\.?\s*$/g, " dob "],
  [/\b(pt|pat|patient|client|mbr|member|name)\b\W{0,3}l\b\.?/g, " $1 last "],
  [/\b(pt|pat|patient|client|mbr|member|name)\b\W{0,3}f\b\.?/g, " $1 first "],
  [/\bm\.?i\.?(?:\s|$)/g, " middle "],
  [/\bwho(?:'?s)? (?:over )?(?:there|at (?:the )?(?:plan|payer|ins\w*))\b/g, " contact "],
  [/\bwho (?:do )?(?:i|we) talk(?:ed)? to\b|\b(?:you )?sp(?:oke|eak|oken) (?:with|to)\b|\btalked to\b/g, " contact "],
  [/\bhow much\b/g, " rate "],
  [/\bwhere (?:it|we|things) (?:stands?|at|is|are)(?: at)?\b|\bwhere it'?s at\b/g, " status "],
  [/\bwhat (?:they|plan|payer|ins) said\b|\bwhat happened with\b/g, " reply "],
  [/\bwhat happened\b/g, " history "],
  [/\bfollow[- ]?ups?\b|\bf\/u\b/g, " followup "],
  [/\bto[- ]do\b/g, " todo "],
  [/\bs\/?o\b/g, " "],
  [/\([^)]*\b(?:if|optional|required|please|e\.?g|i\.?e|check|select|choose|enter)\b[^)]*\)/g, " "],
  [/\b(?:what|who|when|which|why) (?:is|are|was|were|did|do|does|has|have)\b/g, " "],
  [/\b(?:please )?(?:enter|select|choose|provide|list|indicate|specify|attach|upload)\b/g, " "],
  [/\bnumber of\b|(?:^|\s)#\s?of\b|\bno\.? of\b/g, " "],
  [/^\s*in\s*$/g, " back "],
];

/** Words that carry no meaning of their own in a heading. */
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  "the of for a an in at is are was were did will we i us our their they s if any all and or with this that it my has have been be as pls vs see do who's only new here info information details detail".split(
    " ",
  ),
);
