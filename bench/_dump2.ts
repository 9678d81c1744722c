import { readFileSync, writeFileSync, existsSync } from 'node:fs'
import { findMentions } from '../src/annotate/mentions.js'
import { annotateText } from '../src/annotate/index.js'
import { splitSentences } from '../src/segment/sentences.js'
import { findTokens } from './stance/mention-examples.js'
import { makeLookup, readWords } from '../src/stance/model/word-columns.js'
import { findCues } from '../src/stance/find-cues.js'
import { makeLexicon } from '../src/stance/lexicon/lexicon.js'
const bare=makeLookup(new Map()); const lex=makeLexicon()
function cols(u:any){const c=readWords(u.tokens,bare);const n=c.length;return {kind:[...c.kind.slice(0,n)],quoted:[...c.quoted.slice(0,n)],clause:[...c.clause.slice(0,n)],neg:[...c.negated.slice(0,n)]}}
function ex(sentence:string,from:number,to:number,y:number,g:string){
  const unit=annotateText(sentence,{start:0,end:sentence.length},splitSentences(sentence)); const t=unit.tokens
  const found=findMentions([unit])[0]!
  const given={name:'<T>',kind:'given' as const,start:from,end:to,quote:'',by:'name' as const}
  const all=[...found.filter(m=>m.end<=from||m.start>=to),given].sort((a,b)=>a.start-b.start)
  const {cues,rejections}=findCues(unit,all,lex)
  const cs=[...cues,...rejections].map(c=>({f:c.first,l:c.last,rule:c.rule,own:c.own,p:c.polarity,cert:c.certainty,hyp:c.hypothetical,h:c.holder,about:c.about.map(a=>[a.mention===given?1:0,a.share])}))
  return {g,y,...findTokens(unit,from,to),lower:t.lower,value:t.value,lemma:t.lemma,pos:t.pos,sent:t.sentence,...cols(unit),cues:cs,text:sentence}
}
const pool=JSON.parse(readFileSync('/tmp/gold5/pool-mentions.json','utf8'))
const own:any[]=[]
for(let f=0;f<4;f++)for(const l of readFileSync(`/tmp/gold5/m${f}.out`,'utf8').trim().split('\n')){const [n,lab]=l.split('\t');if(!['-1','0','1'].includes(lab!.trim()))continue;const {id,text}=pool[Number(n)];const a=text.indexOf('[['),b=text.indexOf(']]');own.push(ex(text.slice(0,a)+text.slice(a+2,b)+text.slice(b+2),a,b-2,Number(lab),'own'+id.split(':').slice(0,2).join(':')))}
const val:any={favor:1,against:-1,neutral:0}
const lines=(f:string)=>existsSync(f)?readFileSync(f,'utf8').trim().split('\n').map(l=>l.split('\t')):[]
const conv=(rows:string[][],g:string)=>rows.flatMap(([k,t,lab,h,text],i)=>{ if(!text||!(lab! in val))return []; const unit=annotateText(text,{start:0,end:text.length},splitSentences(text)); const ms=findMentions([unit],{targets:[t!]})[0]!.filter(m=>m.name===t); return ms.map(m=>({...ex(text,m.start,m.end,val[lab!],g+i),k,n:ms.length,h,by:m.by,row:i}))})
const out={own,s0:conv(lines('/tmp/gold5/s0.tsv'),'s0_'),s1:conv(lines('/tmp/gold5/s1.tsv'),'s1_'),a:conv(lines('/tmp/gold5/a.tsv'),'a'),b:conv(lines('/tmp/gold5/b.tsv'),'b')}
for(const k in out)console.log(k,(out as any)[k].length)
writeFileSync('/tmp/x/own.json',JSON.stringify(out))
