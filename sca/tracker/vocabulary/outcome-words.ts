import { phraseTable } from "./phrase-table.ts";

/** What a wording says of a request. The weak kinds say it only where nothing else stands beside them. */
export type OutcomeSignal =
  | "approve"
  | "approveAtHead"
  | "approveAlone"
  | "wonWord"
  | "partial"
  | "partialBeside"
  | "deny"
  | "denyAtHead"
  | "denyAlone"
  | "overturn"
  | "uphold"
  | "appeal"
  | "appealOpen"
  | "noAppeal"
  | "pending"
  | "pendingWeak"
  | "pendingAlone"
  | "notYet"
  | "withdraw"
  | "withdrawAlone"
  | "verbal"
  | "ended"
  | "callMade"
  | "turnedBack"
  | "again"
  | "nothing";

/** The ways people say what became of a request. */
export const OUTCOME_WORDS = phraseTable<OutcomeSignal>([
  [
    "approve",
    "approved|auth rec'd|auth recd|auth received|auth rcvd|auth issued|got auth|got the auth|aprv|apprv|aprvl|apprvd|appvd|apvd|aprvd|apprd|appr'd|app'd|apprv'd|aprv'd|approves|granted|authorized|authorised|authd|auth'd|certified|certd|cert'd|precertified|preauthorized|okd|ok'd|oked|okayed|ok'ed|settled on|settled at|we settled|they settled|took it|they pay us|came thru|came through|went thru|went through|got it|green light|greenlit|said yes|says yes|say yes|said ok|says ok|said okay|gave us|approved as requested|approved in full|fully approved|full approval|all approved|fully favorable|good to go|agreed to|agreed|accepted our rate|accepted our offer|phone approval|verbal approval|verbal ok|verbal yes|verbal okay|verbal auth|verbal authorization|verbally ok|verbally approved|verbal agreement|phone ok|fully executed|signed loa|loa signed|sca signed|loa executed|sca executed|agreement signed|signed agreement|agreement executed|agreement back signed|countersigned|loa recd|loa rec'd|loa received|sca recd|sca received|agreement recd|agreement received|approval recd|auth recd|auth received|auth came|auth is in|auth in hand|signed sca|sca in chart|loa in chart|approval received|got approval|have approval|approval letter recd|in place|sca in place|loa in place|loa in hand|loa on file|have the loa|not denied|aprobado|aprobada|goedgekeurd|gap ok|gap okd|gap ok'd|gap exception ok|exception ok|sca ok|loa ok|exception granted|gap granted|gap approved|approved gap",
  ],
  ["approveAtHead", "ok|okay|yes|yep|yup|yea|ja|agree|granting|appr|apprv|approve|cert|executed|exec|approval"],
  [
    "approveAlone",
    "y|✔|✓|☑|✅|√|👍|🟢|auth|authed|app|apv|appv|apr|full|in full|active|accepted|favorable|allowed|cleared|confirmed|signed|exec'd|execd|authorization|complete approval|si|sí|done deal|loa|sca|closed won|paid|a ok",
  ],
  ["wonWord", "won|win"],
  [
    "partial",
    "partially approved|only part of|only part|only some of|part of what we asked|part of our request|some of it|part of it|partial approval|partial appr|partial appvd|approved in part|appr in part|approved partial|partially apprvd|partially|partial|in part|approved w/ reduced|approved fewer|approved - fewer|modified|modification|modify|modif|reduced|fewer units|fewer visits|fewer days|fewer sessions|fewer hours|fewer|less than asked|less than requested|less than we asked|less than what we asked|only half|half of what|half approved|half the|qty reduced|quantity reduced|reduced qty|reduced days|reduced units|cut to|cut down|cut back|cut it|trimmed|½|won partial|partial win|partly|partial denial|partially denied|denied in part|shorter span|lesser amount|lower amount than|not all",
  ],
  ["partialBeside", "part|mod|cut|some|half|limited|only|less|mixed|pa|prtl|part appr|partl|1/2|split"],
  [
    "deny",
    "denied|dnd|dnied|den'd|declined|rejected|refused|turned down|turned us down|shot down|disapproved|adverse|adverse determination|adverse decision|non cert|noncert|non-cert|noncertified|non-certified|non certified|not approved|not apprvd|not appvd|not authorized|not auth'd|not authd|not certified|not certd|not cert'd|not granted|not accepted|never approved|did not approve|didnt approve|didn't approve|won't approve|wont approve|will not approve|cannot approve|can't approve|unable to approve|unable to authorize|not authorizing|not going to approve|unfavorable|said no|says no|say no|said no to|answered no|does not do scas|doesnt do scas|doesn't do scas|do not do scas|dont do scas|don't do scas|does not do sca|wont do sca|won't do sca|won't do an sca|will not do sca|will not do an sca|refuses|refusing|denegado|afgewezen|geweigerd|no sca allowed|does not offer scas|does not honor scas|no exceptions|plan said no|exception denied|gap denied|denying",
  ],
  ["denyAtHead", "no|nope|nee|den|deny|denial|decline|reject|refuse|denies|declines|nada|1st no|first no"],
  [
    "denyAlone",
    "n|✘|✗|✖|✕|❌|×|🔴|👎|no sca|no scas|lost|nay|no go|no dice|nix|nixed|rej|dny|dn|non|closed lost|not covered|not eligible|excluded|der",
  ],
  [
    "overturn",
    "overturned|overturn|ovt|ovtd|ovrtnd|o/t|reversed|reversal|appeal won|won appeal|won the appeal|won on appeal|won our appeal|won at appeal|won on|won at|won p2p|p2p won|won the p2p|appeal granted|appeal approved|appeal successful|successful appeal|approved on appeal|approved after appeal|appealed approved|appeal overturned|denial lifted|denial rescinded|rescinded denial|reversed on appeal|grievance won|won grievance|won on grievance|won 2nd level|flipped|⚖|⚖️|iro overturned|iro in our favor|in our favor|approved after p2p|approved on p2p|approved at p2p|approved after grievance|agreed after grievance|approved after denial|approved upon appeal|approved w/ appeal|approved per appeal|approved following appeal|approved on reconsideration|approved on recon|appeal upheld in our favor|appeal ok",
  ],
  [
    "uphold",
    "upheld|uphold|upholding|sustained|appeal denied|appeals denied|denied on appeal|appeal lost|lost appeal|lost the appeal|lost on appeal|appeal rejected|appeal unsuccessful|appeal failed|p2p lost|p2p denied|lost p2p|p2p upheld|not overturned|denied again|denied 2nd time|denied twice|final denial|grievance denied|grievance lost|denial stands|denial upheld|iro upheld|exhausted|appeals exhausted",
  ],
  [
    "appeal",
    "appeal|appeals|appealed|grievance|grieved|fair hearing|iro|external review|ext review|external appeal|level 1|level 2|lvl 1|lvl 2|1st level|2nd level|second level|l1|l2|recon|reconsideration|reconsidered|redetermination|p2p|peer to peer|peer 2 peer|peer-to-peer|hearing|doi complaint|on appeal",
  ],
  [
    "appealOpen",
    "appeal pending|appeal filed|appeal sent|appeal in|appeal is in|appeal open|appeal submitted|appeal mailed|appeal faxed|appeal in process|appeal in progress|appeal under review|appealing|under appeal|in appeal|will appeal|to appeal|going to appeal|appeal drafted|appeal out|appeal started|appeal requested|appeal due|pending appeal|awaiting appeal|appeal still open|appeal pend|appeal decision pending|filed appeal|filing appeal|filing an appeal|sent appeal|appeal due by|appeal by|we appealed|grievance filed|grievance pending|grievance open|grievance in",
  ],
  [
    "noAppeal",
    "not appealing|no appeal|not gonna appeal|not going to appeal|wont appeal|won't appeal|did not appeal|didnt appeal|not appealed|may appeal|can appeal|could appeal|might appeal|appeal rights|appeal by family|right to appeal|never appealed|dont appeal|don't appeal|family may appeal|family not appealing|no appeal filed|time to appeal|appeal deadline|appeal window|no p2p|p2p declined|p2p offered|appeals unit|appeals dept|appeals department|in appeals",
  ],
  [
    "pending",
    "pending|pend|pended|sent to plan|sent to payer|sent to ins|stalled|pends|pndg|pnd|pdg|in process|in progress|in review|under review|being reviewed|in queue|queued|with plan|w/ plan|w/ the plan|with payer|w/ payer|with insurance|w/ ins|with ins|w/ contracting|with contracting|w/ contracts|w/ cm|with cm|w/ um|with um|w/ md|with md|w/ medical director|w/ med dir|with medical director|w/ network|with network|w/ supervisor|waiting|still waiting|awaiting|await|awaits|waiting on|no answer|no response|no word|no decision|no determination|no reply|no callback|nothing yet|nothing back|still nothing|not decided|undecided|undetermined|havent heard|haven't heard|have not heard|not heard|tbd|tba|to be determined|to be decided|to be announced|processing|being processed|p2p scheduled|p2p sched|p2p pending|p2p set|p2p requested|peer to peer scheduled|peer 2 peer sched|peer to peer pending|negotiating|in negotiation|in negotiations|under negotiation|in talks|waiting on counter|redlines|redlined|on hold|in the works|in works|working on it|payer review|plan review|clinical review|clin review|med review|md review|medical review|supervisory review|addl info requested|info requested|more info requested|more info needed|needs more info|rfi|clinicals requested|outstanding|unresolved|to be reviewed|⏳|⌛|⏰|🕒|🟡|🕐|approval pending|decision pending|determination pending|pending approval|awaiting approval|waiting for approval|waiting on approval|needs approval|pending review|pending decision|escalated|en proceso|pendiente|in behandeling|wacht|afwachting|says call back|said call back|will call back|call back|undecided",
  ],
  [
    "pendingWeak",
    "submitted|subm|submit|subd|sub|sent|faxed|requested|asked|initiated|started|open|opened|f/u|fu|follow up|followup|following up|lvm|left vm|left msg|left message|lm|vm left|called|called 2x|called again|new|received by plan|hold|countered|counter|counteroffer|counter offer|offered|offer|they offered|in route|mailed|emailed|requested records|working|review|reviewing|w/ them|processed|logged|intake|rec'd by plan|case opened|applied|filed|msgs left|chart notes",
  ],
  [
    "notYet",
    "not yet|not approved yet|not yet approved|no approval yet|not decided yet|hasn't been approved|has not been approved yet|not approved as of",
  ],
  [
    "withdraw",
    "withdrawn|withdrew|pt dropped|pt dropped out|client dropped|dropped out|dropped request|dropped the request|dropped it|stopped the request|request stopped|client stopped|patient stopped|pt stopped|family stopped|withdraw|withdrawal|withdrawl|withdrawing|w/d|wd|wdrn|wthdrn|w/drawn|wdn|w/dn|cancelled|canceled|cancellation|cxl|cxld|cxl'd|canx|cancel|pulled|pulled request|pulled the ask|pulled it|pull|retracted|pt went elsewhere|went elsewhere|client went elsewhere|patient went elsewhere|pt declined|client declined|patient declined|family declined|member declined|parent declined|parents declined|mom declined|pt refused|declined by pt|declined by patient|declined by family|declined by client|no longer needed|not needed anymore|no longer wants|no longer pursuing|abandoned|took it back|pt moved|client moved|patient moved|never mind|nvm|pt cancelled|cancelled by pt|cancelled by family|cancelled by patient|self pay instead|going self pay|going cash|did not pursue|didnt pursue|didn't pursue|not pursuing|not pursued|didnt want to wait|didn't want to wait|changed mind|changed their mind|ingetrokken|retirado|member withdrew|family withdrew|pt withdrew|provider withdrew|request withdrawn|chose another provider|chose other provider|found inn provider|listed elsewhere|voided by us|opted out|∅|⊘",
  ],
  ["withdrawAlone", "dropped|void|voided|rescinded|transferred|w|moot|nlr|not pursuing|no longer|pt dc'd|dropped out"],
  ["pendingAlone", "…|. . .|. .|?|out"],
  [
    "verbal",
    "verbal|vbl|vbl ok|verb ok|verbally|v/o|by phone|over the phone|on the phone|on phone|per phone|oral|orally|vo",
  ],
  [
    "ended",
    "expired|exp'd|closed|completed|complete|discharged|d/c|dc'd|d/c'd|ended|termed|terminated|exhausted benefits|finished|done",
  ],
  ["callMade", "✆|☎|☎️|📞"],
  [
    "again",
    "resubmitted|re-submitted|resubmit|resubmitting|refiled|reapplied|asked again|resent|refaxed|sent again|submitted again|new request|re-requested",
  ],
  ["turnedBack", "↩|↩️|↺|⟲|🔄|↻"],
  [
    "nothing",
    "ins flipped|insurance flipped|plan flipped|coverage flipped|employer flipped|flipped plans|flipped ins|flipped insurance|no sca needed|sca not needed|not required|no auth required|no auth needed|not needed|sca not required|no denial|no issues|no problem|no longer inn|no inn|no par|no contracted|no in network|no oon|no letter|no ltr|no loa|no paper|no paperwork|no written|no auth|no fax|no agreement|no contract|no copay|no one|no other|no idea|no show|no bed|no beds|no group|no grp|no clinicals|no records|no provider|no providers|no benefits|no charge|no number|no #|auth no|group no|id no|case no|ref no|no more|no openings|no inpatient|no specialist|no outpatient|no ext|yes or no|yes/no|y/n|approval letter|denial letter|denial reason|reason for denial|letter pending|loa pending|sca pending|paper pending|paperwork pending|signature pending|pending letter|pending loa|pending paper|pending signature|pending signatures|pending countersignature|pending written|awaiting letter|awaiting loa|awaiting signature|awaiting paper|awaiting written|waiting on letter|waiting for letter|waiting on loa|waiting for loa|waiting on paper|waiting for paper|waiting on signature|need letter|needs letter|rate tbd|rate pending|# pending|number pending|auth pending|auth # pending|date tbd|pending credentialing|only par|only inn|only one|only provider|only program|only place|read only|only place|wait list|waiting list|waiting room|waiting period|if approved|if denied|unless approved|until approved|once approved|when approved|not sure if approved|we said no|i said no|boss said no|we declined|i declined|we rejected|i rejected|we refused|told them no|told no|we say no|dr said no|boss says no|we turned down|client ok|pt ok|is ok|ok to|ok with|ok w/|not ok|ok?|yes?|no?|client agreed|pt agreed|family agreed|we agreed to disagree|no agreement|no agreement yet|agreement to follow|sent for sig|draft|asked for|denied before|previously denied|not part of|part of|part time|part 2|open access|open choice|new client|new clients|new pts|new patients|new plan|new ins|new insurance|new job|new auth|active tx|active treatment|active pt|active patient|active member|currently active|pending surgery|sent home|sent to|out of|out of network|out of pocket|take out|find out|called out|new dx|new pt|full time|full course|panel full|is full|are full|beds full|full til|full till|full until|loa no|loa #|half hour|half day|one and a half|par plan|out-of-network|in-network|say no sca|says no sca|said no sca|say no auth|says no auth|said no auth|says no need|say no need|said no need|no par provider|no inn provider|payer declined comment",
  ],
]);
