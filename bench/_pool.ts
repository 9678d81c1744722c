import { writeFileSync, readFileSync } from 'node:fs'
import { readPool, annotate } from './frames/rows.js'
import { findMentions } from '../src/annotate/mentions.js'
import { makeRandom } from './stance/random.js'
const rnd=makeRandom(7)
const val=new Map(JSON.parse(readFileSync('/tmp/stance-valences-1.json','utf8')) as [string,number][])
const gold=readFileSync('/work/shared/data/press-frames/dev.jsonl','utf8').trim().split('\n').map(l=>JSON.parse(l).text.slice(0,60))
const goldset=new Set(gold)
const pool=[...readPool({has:(id)=>!id.startsWith('pe:')})].filter(([,t])=>t.length>60&&!goldset.has(t.slice(0,60)))
console.log(pool.length)
const bySource:Record<string,[string,string][]>={}
for(const p of pool){const s=p[0].slice(0,2);(bySource[s]??=[]).push(p)}
for(const s in bySource)console.log(s,bySource[s]!.length)
function shuffle<T>(a:T[]):T[]{const b=[...a];for(let i=b.length-1;i>0;i--){const j=Math.floor(rnd()*(i+1));[b[i],b[j]]=[b[j]!,b[i]!]}return b}
const QUOTA:Record<string,number>={se:1850,ca:330,cq:140,ih:180,re:300}
const PAR:Record<string,number>={se:230,ca:100,cq:60,ih:90,re:120}
const rows:{id:string,text:string}[]=[]; const pars:{id:string,text:string}[]=[]
const used=new Set<string>()
for(const s in QUOTA){
 let n=0
 for(const [id,text] of shuffle(bySource[s]??[])){
  if(n>=QUOTA[s]!)break
  if(text.length>2500)continue
  const unit=annotate(text); const [ms=[]]=findMentions([unit])
  const t=unit.tokens
  let taken=0
  for(const span of shuffle([...unit.sentences])){
   if(taken>=2)break
   const sent=text.slice(span.start,span.end); if(sent.length<50||sent.length>420||sent.includes('\n'))continue
   let strong=0; for(let i=0;i<t.lower.length;i++)if(t.start[i]!>=span.start&&t.end[i]!<=span.end&&Math.abs(val.get(t.lower[i]!)??0)>.3)strong++
   if(strong===0&&rnd()<.8)continue
   const own=ms.filter(m=>m.start>=span.start&&m.end<=span.end)
   // names the finder does not know: capitalised runs
   if(own.length===0){const re=/(?<!^)(?<![.?!“"‘'] )\b[A-Z][a-z]+(?: [A-Z][a-z]+)*/g; const c=[...sent.matchAll(re)].filter(m=>m.index>0); if(c.length===0||rnd()<.5)continue; const m=c[Math.floor(rnd()*c.length)]!; own.push({start:span.start+m.index,end:span.start+m.index+m[0].length,name:m[0]} as any)}
   const names=new Set(own.map(m=>m.name)); 
   const pick=shuffle(own).filter((m,i,a)=>a.findIndex(x=>x.name===m.name)===i).slice(0,names.size>1&&rnd()<.5?2:1)
   for(const m of pick){rows.push({id:`${id}:${span.start}-${span.end}:${m.start-span.start}-${m.end-span.start}`,text:sent.slice(0,m.start-span.start)+'[['+sent.slice(m.start-span.start,m.end-span.start)+']]'+sent.slice(m.end-span.start)});n++}
   taken++; used.add(id)
  }
 }
 let k=0
 for(const [id,text] of shuffle(bySource[s]??[])){ if(k>=PAR[s]!)break; const w=text.split(/\s+/).length; if(used.has(id)||w<25||w>130)continue; pars.push({id,text:text.replace(/\s+/g,' ')});k++}
 console.log(s,n,k)
}
const R=shuffle(rows),P=shuffle(pars)
writeFileSync('/tmp/gold5/pool-mentions.json',JSON.stringify(R)); writeFileSync('/tmp/gold5/pool-pars.json',JSON.stringify(P))
for(let f=0;f<4;f++)writeFileSync(`/tmp/gold5/m${f}.txt`,R.map((r,i)=>({r,i})).filter(({i})=>i%4===f).map(({r,i})=>`${i}\t${r.text}`).join('\n')+'\n')
for(let f=0;f<2;f++)writeFileSync(`/tmp/gold5/par${f}.txt`,P.map((r,i)=>({r,i})).filter(({i})=>i%2===f).map(({r,i})=>`${i}\t${r.text}`).join('\n')+'\n')
console.log(R.length,P.length)
