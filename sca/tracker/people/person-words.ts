import { foldWord } from "./given-names.ts";

/** The closed vocabularies that tell what a word beside a name is: none of them is ever part of a name in its place. */
function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean));
}

/** Written before a name and never kept with it. */
export const HONORIFICS =
  words(`mr mrs ms miss mx master dr doctor prof professor rev reverend fr father pastor rabbi sister hon
  lt col cpt capt captain maj major gen general sgt sergeant ssgt msgt cpl pfc spc cmdr cdr ens adm petty officer sir dame señor señora sra`);

/** Written after a family name and kept with it. */
export const SUFFIXES = words("jr sr ii iii iv 2nd 3rd 4th esq junior senior");

/** Letters after a name that say what someone is: degrees, licences, grades. */
export const CREDENTIALS =
  words(`md do rn lpn lvn np pa pac aprn crnp fnp dnp bsn msn rnc ccm lcsw lmsw lsw msw lisw licsw lcpc lpc lpcc lmhc
  lmft mft phd psyd edd edm med ma ms mba mph mha dds dmd dpt pt ot otr cota slp ccc bcba bcaba rbt pharmd rph cpht rd rdn ldn cdn
  esq acsw cadc ladc lac cpc cpcs cphq ret retired dc od`);

/** Small words inside family names. */
export const PARTICLES = words(
  "de del dela della di da dos das do du la las le los van von der den ter ten zu y e bin ibn ben al el abu st ste san santa",
);

/** People who are not the patient: guarantors, subscribers, family, donors. */
export const RELATIONS =
  words(`mom mother mum mommy dad father daddy parent parents guardian guarantor subscriber sub subscr policyholder policy
  insured holder husband wife spouse hubby partner fiance fiancee boyfriend girlfriend son daughter child brother sister sibling grandma
  grandmother grandpa grandfather gma gpa aunt uncle foster stepmom stepdad stepmother stepfather caregiver poa donor ward sponsor
  family emergency self responsible payor guardians mama papa madre padre`);

/** What someone at a payer does, each word by itself. */
export const ROLES =
  words(`rep reps representative agent associate advisor adviser adv specialist spec analyst manager mgr mngr mgrs supervisor
  supv super lead director dir coordinator coord coordinators navigator nurse reviewer rvwr liaison contact contractor negotiator
  negotiators case care cm ccm um ur uro utilization review reviewers medical network contracting contracts provider relations
  credentialing appeals appeal intake customer service services member examiner adjudicator clerk officer admin administrator assistant
  asst vp svp person plan payer payor insurance ins tx txp transplant clinical concurrent claims claim precert auths authorizations
  rn lpn mgmt management benefits advocate concierge spoke talked`);

/** A desk, a team or a way in: whoever it is, it is not a person. */
export const DESKS =
  words(`desk dept department team unit line hotline queue inbox mailbox portal fax phone office group intake call center centre
  callcenter helpdesk help email e-mail mail voicemail vm ivr website web exceptions operations ops program programme relations
  contracting contracts enrollment scheduling anyone someone whoever nobody none unknown various reps staff`);

/** Insurers by the words that only an insurer's name has; common as people's names are Oscar, Molina, Anthem and Kaiser, which stay out. */
export const PAYER_WORDS =
  words(`aetna ambetter amerigroup amerihealth anthem avmed bcbs bcbsm bcbstx bcbsil bcbsma bcn beacon bluecross blueshield
  bright buckeye caresource carelon carefirst centene cigna coventry cofinity emblem emblemhealth evernorth excellus fidelis firstchoice
  florida-blue gateway geha geisinger healthfirst healthnet healthpartners highmark horizon hphc humana ibx independence lifewise
  magellan medica medicaid medicare medicare-advantage medi-cal meridian meritain metroplus mhn moda multiplan mvp optum oxford pacificsource
  paramount premera priority providence regence sanford selecthealth sentara summacare sunshine tricare triwest tufts uhc ubh umr umpqua unitedhealthcare
  upmc wellcare wellpoint wellmark allways bsc bs bc healthcare`);

/** Words of headings, statuses, programmes, places, calendar and clinic that look like names when capitalised. */
const NOT_NAMES =
  words(`a about above accepted account acct action active add added additional address adm admit admitted after again age aged agency agree
  agreed agreement all also amount an and annual answer any apple applied approved appr appvd apprvd aprvd approval are area as ask asked at
  aud auth authd authorization authorized auths available avg awaiting balance band bank based basis bed before behavioral behavioural benefit benefits
  bill billed billing birth blank block blue board both box bus business by calendar call called calls cancel canceled cancelled cancellation card care
  carrier case cases cash cat category census center centre cert certified change changed charge charges chart check city claim claims clear client
  clients clinic clinical close closed code codes coins coinsurance color colour column comment comments commercial community company complete
  completed con concurrent condition confirm confirmed contact contacts cont contd continued continuity contract contracted copay copied
  corp corporation cost count county couple coverage covered cpt criteria current cycle cycles daily data date dates day days deal dec decided
  decision deductible delete demographics denial denied department desc description desk detail details detox diagnosis dialysis did direct
  discharge discharged discharges district division do dob dod doe does done down dr draft drug drugs due dup duplicate duration dx each east
  eating eff effective eligibility email employer end ended ending enrolled entered episode established eval evaluation evening example except exchange
  exec executed exp expected expire expired expires export ext extended extension facility fair family faxed fax fee fees field file filed final first
  fiscal follow followup for form forms forwarded found foundation free from front full fund fyi gap get given go good grand gray green group
  grp had half has have header health hearing held hello her high hill his hmo hold home hospice hospital hour hours house how id ids if in inc incl
  income info information infusion initial inn inpatient ins institute insurance insured intake intensive invoice iop is issue issued it item its jail
  key kids kidney lab last lake late later lcd left legend let letter level life limit line lines list listed live llc llp loa loc local location log lookup
  lower ltd lvm mail mailed main make male female manual map maternity max maybe mbr mco mcr md med medicaid medical medicare medicine meeting member
  members memo mental message messages met min minutes misc missing mod model modified money month monthly more moved mrn msg mtg my name names na need needed needs
  net network new next nh no non none north not note notes nothing notice notified now npi nrd number num occupational of off offer offered office ok okay okd
  old on once oncology one only onn oon op open opened option or orange order orig original other our out outcome outpatient outstanding over
  overturned own packet page paid panel paper par partial participating party past patient patients pay payer payment payments payor pcn pcp ped
  pediatric peds peer pend pended pending per percent period phone php physical place plan plans please policy portal ppo practice pre precert preferred
  prep present previous price pricing primary print prior priority private procedure process product professional profile program programme progress
  project proposed provider providers psych psychiatry pt pts purple qtr quarter question queue quote range rate rates re reason reauth rec recd received
  record red ref reference referral referred refused region rehab reimbursement reject rejected remember reminder renew renewal renewed
  rep report req request requested requests required res resent reserved residential resolved resp response resubmitted results retro return
  returned rev review reviewed revised room route row rtc rx sample sca scan scanned schedule scheduled school second secondary section see self
  semester send sent served service services session sessions set setting settled sheet short shows side sign signed single site sites skilled snf some
  south speech spreadsheet staff stage standard start started state status stay step still stop student students sub submit submitted subtotal subscriber sum summary
  supervisor support surgery surgeon surgical system tab table target tbd team tel telehealth template term terms test than that the their them then
  therapist therapists therapy they third this thru time tin title to today todo tomorrow top total totals tpa track tracker tracking transfer transferred
  transition transplant treatment trial type uhc undecided under unit united units university unknown until up update updated updates upheld urgent use
  used user valid valley value van vendor verbal verified verify via view visit visits void waiting waitlist waived want wants was we week
  weekly weeks well went west what when where which white who why will with withdrawn withdrew within won word work worksheet would write
  written wrong year years yellow yes yesterday you your yr ytd zip insurer reauthorization comm commerical ahs asc hopd ip ed fy cy q1 q2 q3 q4 sy esy
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march
  july september october november december jan feb mar apr jun jul aug sept sep oct nov
  quarterly spring fall winter rural urban village heights ranch bridge shore beach creek river ridge springs falls alliance associates
  partners systems solutions hmo epo pos aso choice select advantage plus gold silver bronze star better hlth mgmt network foundation
  collaborative specialists pediatrics orthopedics orthopaedics neurology cardiology pathology laboratory pharmacy ambulatory wellness recovery
  development performance advocacy operations quality integrity compliance escalations resolution navigation outreach consolidated national american international federal army navy veterans affairs union workers comp auto liability pip
  applicable continuing extended concurrent-review reviews ongoing overall
  adult child adolescent child's teens kid baby-sitter nonpar nonparticipating unable withdraw denials approvals
  expiring escalated urgent-request stat routine missing-info incomplete inactive archived`);

/** Words in the list above that are also given or family names: what stands around them decides. */
export const ALSO_NAMES = words(
  "doe min ed jan sun do an my so you long may june april august grace hope young day price rich green white brown gray lake hill banks house page case may will art bill mark van black west north east room blue star gold silver rivers bridges fields childs ford church pope king bishop priest knight duke major sterling justice summer autumn winter spring fall ivy rose lily violet hall wells marsh moss stone woods brooks ranch valley beach shore heights band board church fair free head kidd love power rush sharp short stark sweet temple winters noble page post pond pool sage trace",
);

const MONTHS_AND_DAYS =
  words(`january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
  oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun spring summer fall winter autumn`);

/** True for a month, a weekday or a season, long or short. */
export function isCalendarWord(word: string): boolean {
  return MONTHS_AND_DAYS.has(foldWord(word));
}

/** True for a word that is not part of a person's name wherever it stands. */
export function isNeverName(word: string): boolean {
  const folded = foldWord(word);
  return NOT_NAMES.has(folded) && !ALSO_NAMES.has(folded);
}

/** True for a word that is a name only when a name stands beside it ("May", "Hill"). */
export function isDoubtfulName(word: string): boolean {
  return ALSO_NAMES.has(foldWord(word));
}

/** Insurers named by two ordinary words. */
export const PAYER_PHRASE =
  /\b(?:blue (?:cross|shield)|united ?health|health ?(?:net|plan|first)|mercy care|harvard pilgrim|kaiser perm\w*|select health|med(?:ical)?\.? mutual|mass general|oscar health|bright health|humana mil\w*|state (?:farm|employees)|tufts hp|rocky m\w+ health|molina (?:health|of|oh)|molina healthcare|superior health|optum|ubh)\b/i;
