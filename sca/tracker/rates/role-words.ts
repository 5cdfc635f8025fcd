/** Which side of a negotiation speaks. */
export type Side = "ours" | "theirs";

const words = (text: string): Set<string> => new Set(text.split(" "));
export const ASK = words(
  "ask asks asked asking request requests requested requesting req req'd reqd want wants wanted wanting seek seeks seeking sought quote quoted quoting submitted opened opening opener hoping hope pitched",
);
export const OFFER = words(
  "offer offers offered offering counter counters countered countering counteroffer ctr float floated lowball lowballed propose proposed proposing proposal bid",
);
export const SAY = words("say says said saying");
export const AGREE = words(
  "agree agrees agreed agreement settle settled settles settling approve approved approves appr apprvd appvd aprvd apprv approval aproved ok okay ok'd okd okayed oked okays accept accepted accepts final finalized finalised landed took take takes executed confirmed granted grant authorized auth'd authd pay pays paying paid-at got get getting won gave give gives bumped raised negotiated contracted locked closed now new currently current allowed yes deal came met",
);
export const PREVIOUS = words(
  "previously previous prev prior old former formerly last earlier originally orig original before initially",
);
export const BILLED = words("billed bill'd bill bills billing list gross retail standard usual u&c ucr");
export const DENY = words(
  "denied deny refused refuse rejected reject declined decline turned won't wouldn't cannot can't couldn't",
);
export const NOT = words("not no never didn't doesn't don't isn't wasn't n't without nor dont didnt wasnt");
export const OTHER_NOUNS = words(
  "copay copays co-pay copayment deductible deductibles ded deduct coins coinsurance co-insurance coin oop moop balance bal deposit dep collected payment payments paid check ck eft refund refunded recoup recouped recoupment owed owes owe invoice invoiced penalty interest floor minimum increase raise cola discount reduction certain sure hours chance likely tax fee-for-records retainer eob responsibility resp liability overpayment overpaid underpaid write-off writeoff adj adjustment cost-share costshare accumulator met remaining cash value savings revenue spend budget",
);
export const PATIENTS = words(
  "pt patient pts client member mom mother dad father parent parents guarantor family she he subscriber spouse",
);
export const OURS = words("we i us our ours we're i'm boss provider");
export const THEIRS = words(
  "they plan payer payor rep insurer insurance their theirs carrier ins cm negotiator contracting mco tpa he she",
);
export const STRONG = words("; \n ! | >");
export const SOFT = words(", & : / and but then - so =");
export const GLUE = words(
  "at on for to of is was are were the a an about around approx approximately ~ only = : @ rate rates fee price per diem case global us our their his her be up just it back with from this that through thru - ( $ as be been",
);
