export const id=6561
export const ids=[6561]
export const modules={6561:((e,n,t)=>{t.d(n,{openPackageIndexes:()=>openPackageIndexes})
var s=t(57975)
var i=t(38522)
var a=t(70370)
var r=t(39893)
var o=t(46226)
var c=t(64569)
function parseIndexUrl(e,n){if(e.includes("${"))return"has a variable in its URL"
const t=URL.parse(e)
if(t===null)return"has an invalid URL"
if(t.protocol!=="https:"&&t.protocol!=="http:")return"has a URL that is neither http nor https"
const s=basic(t)??(n===undefined?undefined:loginFor(t,n))
t.username=""
t.password=""
t.search=""
t.hash=""
if(!t.pathname.endsWith("/"))t.pathname+="/"
return{base:t,id:t.href,label:t.href.replace(/\/$/,""),...(0,r.s)({authorization:s})}}function basic({username:e,password:n}){if(e===""&&n==="")return undefined
const t=`${decodePercent(e)}:${decodePercent(n)}`
return`Basic ${Buffer.from(t).toString("base64")}`}function loginFor(e,n){const t=URL.parse(n)
return t?.origin===e.origin?basic(t):undefined}function decodePercent(e){try{return decodeURIComponent(e)}catch{return e}}var d=t(77598)
var u=t(51455)
var f=t(76760)
var l=t(16496)
var h=t(94203)
const p=1
function openResponseCache(e){const fileOf=(n,t)=>(0,f.join)(e,(0,d.createHash)("sha256").update(n).digest("hex").slice(0,16),`${t}.json`)
return{async read(e,n){const t=(0,l.qF)(await(0,u.readFile)(fileOf(e,n),"utf8").catch(()=>""))
return isCachedResponse(t)?t:undefined},async write(e,n,t){try{await(0,h.f)(fileOf(e,n),JSON.stringify({version:p,...t}))}catch{}}}}function isCachedResponse(e){const{version:n,at:t,releases:s=[]}=(0,l.Ag)(e)??{}
return n===p&&typeof t==="number"&&Array.isArray(s)&&s.every(e=>(0,l.E3)(e?.version)&&Array.isArray(e.wheels))}var g=t(99687)
var w=t(44277)
var y=t(32865)
function parseSimpleIndex(e,n,t){const s=/json/i.test(n)?jsonFiles(e):htmlFiles(e)
return s===undefined?undefined:toReleases(s,t)}function jsonFiles(e){const n=(0,l.Ag)((0,l.qF)(e))?.files
if(!Array.isArray(n))return undefined
return n.flatMap(e=>{const{filename:n,yanked:t,"requires-python":s}=(0,l.Ag)(e)??{}
if(typeof n!=="string")return[]
const i=typeof t==="string"?t:t===true?"":undefined
return[{filename:n,...(0,r.s)({requiresPython:(0,l.E3)(s),yanked:i})}]})}const m=/<a\s/gi
const v=/((?:[^>"']|"[^"]*"|'[^']*')*)>/y
const x=/(?<![a-z-])([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))|(data-yanked)(?=[\s>]|$)/gi
function*anchorsIn(e){for(let n=0;;n=v.lastIndex){m.lastIndex=n
if(!m.test(e))return
v.lastIndex=m.lastIndex
const t=v.exec(e)
if(t===null)return
yield t[1]??""}}function htmlFiles(e){if(!/<(?:!doctype|html|head|body|a)\b/i.test(e))return undefined
return[...anchorsIn(e)].flatMap(e=>{const n=new Map([...e.matchAll(x)].map(([,e="",n,t,s,i])=>[(i??e).toLowerCase(),decodeEntities(n??t??s??"")]))
const t=(n.get("href")??"").replace(/[?#].*$/s,"").replace(/^.*\//s,"")
if(t==="")return[]
const s=(0,l.E3)(n.get("data-requires-python"))
return[{filename:decodePercent(t),...(0,r.s)({requiresPython:s,yanked:n.get("data-yanked")})}]})}const k={lt:"<",gt:">",amp:"&",quot:'"',apos:"'"}
const decodeEntities=e=>e.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]+));/gi,(e,n,t,s)=>{if(s!==undefined)return k[s.toLowerCase()]??e
const i=n===undefined?Number.parseInt(t??"",16):Number(n)
return i<=1114111?String.fromCodePoint(i):e})
function toReleases(e,n){const t=new Map
for(const s of e){const e=(0,y.CI)(s.filename)
const i=e?.version??sourceVersion(s.filename,n)
if(i===undefined||(0,g.rZ)(i)===null)continue
const a=t.get(i)??{wheels:new Set,source:false,files:[]}
t.set(i,a)
if(e===undefined)a.source=true
else a.wheels.add(e.tags)
a.files.push(s)}return[...t].map(([e,{wheels:n,source:t,files:[s,...i]}])=>{const a=i.every(e=>e.requiresPython===s?.requiresPython)
const o=a?s?.requiresPython:undefined
const c=i.every(e=>e.yanked!==undefined)
const d=c?s?.yanked?.slice(0,300):undefined
return{version:e,wheels:[...n],source:t,...(0,r.s)({requiresPython:o,yanked:d})}})}function sourceVersion(e,n){const t=/^(.+)\.(?:tar\.gz|zip|tar\.bz2|tgz|tar\.xz|tar\.Z)$/i.exec(e)?.[1]
if(t===undefined)return undefined
for(let e=t.indexOf("-");e>0;e=t.indexOf("-",e+1))if((0,w.M)(t.slice(0,e))===n)return t.slice(e+1)
return undefined}const b="application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01"
const I=64*1024*1024
const $=16
const F=6e5
function openPackageIndexes(e){return new IndexClient(e)}class IndexClient{options
http
cache
limit=(0,a.A)($)
lookups=new Map
failed=new Map
down=new Map
deadline
constructor(e){this.options=e
this.http=(0,c.fb)(e.env)
this.cache=openResponseCache(e.folder)}lookUp(e,n){const t=`${e} ${n}`
const s=this.lookups.get(t)??this.limit(()=>this.find(e,n))
this.lookups.set(t,s)
return s}failures(){return[...this.failed.values()].map(({label:e,why:n,packages:t,cached:s})=>{const i=s===0?"":`; ${s} checked with cached data`
return`${e} ${n}: ${t} ${t===1?"package was":"packages were"} not checked with it${i}`})}async find(e,n){const t=parseIndexUrl(e,this.options.login)
if(typeof t==="string")return this.fail({id:e,label:"an index"},t,undefined)
const s=await this.cache.read(t.id,n)
const{mode:i,freshMs:a=F,date:r}=this.options
if(i==="offline")return toFacts(s)
if(s!==undefined&&Math.abs(r()-s.at)<a)return toFacts(s)
const o=this.down.get(t.id)
if(o!==undefined)return this.fail(t,o,s)
try{return await this.fetch(t,n,s)}catch(e){this.options.signal.throwIfAborted()
const n=reasonOf(e)
if(!(e instanceof BadPage))this.down.set(t.id,n)
return this.fail(t,n,s)}}fail({id:e,label:n},t,s){const i=this.failed.get(e)??{label:n,why:t,packages:0,cached:0}
i.packages++
if(s!==undefined)i.cached++
this.failed.set(e,i)
return toFacts(s)}async fetch(e,n,t){const s=await this.get(e,n,t)
const{status:i,headers:a}=s
const o=this.options.date()
if(i===304&&t!==undefined)return this.save(e,n,{...t,at:o})
if(i===404||i===410)return this.save(e,n,{at:o})
if(i===401||i===403)throw new Failure(`requires a login (status ${i})`)
if(i!==200)throw new BadPage(`responded with ${i}`)
const c=parseSimpleIndex(await textOf(s),a["content-type"]??"",n)
if(c===undefined)throw new BadPage("responded with something that is not a list of files")
const d=(0,r.s)({etag:a.etag,modified:a["last-modified"]})
return this.save(e,n,{at:o,releases:c,...d})}async save(e,n,t){await this.cache.write(e.id,n,t)
return toFacts(t)}async get(e,n,t){let s=new URL(`${encodeURIComponent(n)}/`,e.base)
const i=new o.nO(o.HK.packageIndex)
for(let n=0;;){const a=await this.send(s,e,t).catch(async e=>{if(e.code!=="ECONNRESET"||!await i.wait())throw e
return undefined})
if(a===undefined)continue
const{status:r,headers:o}=a
if((r===429||r>=500)&&await i.wait())continue
if(![301,302,303,307,308].includes(r)||o.location===undefined)return a
if(++n>5)throw new BadPage("redirects more than five times")
s=new URL(o.location,s)
if(s.protocol!=="https:"&&s.protocol!==e.base.protocol)throw new BadPage("redirects to a URL without TLS")}}async send(e,n,t){const{totalMs:s,signal:i}=this.options
this.deadline??=performance.now()+s
const{deadline:a}=this
const remainingMs=()=>a-performance.now()
const o=new Failure(`did not respond within ${s/1e3} s`)
if(remainingMs()<=0)throw o
const c=e.origin===n.base.origin?n.authorization:undefined
const d=t?.etag===undefined?{"if-modified-since":t?.modified}:{"if-none-match":t.etag}
const u={accept:b,"accept-encoding":"gzip","user-agent":"lucid-build-action"}
const f={...u,...(0,r.s)({authorization:c,...d})}
try{const n=remainingMs()
return await this.http({method:"GET",url:e,headers:f,signal:i,idleMs:n,remainingMs:remainingMs,maxBytes:I})}catch(e){const{code:n}=e
throw n==="DEADLINE"||n==="ETIMEDOUT"?o:e}}}class Failure extends Error{}class BadPage extends Failure{}async function textOf({headers:e,body:n}){if(e["content-encoding"]!=="gzip")return Buffer.from(n).toString()
return(await(0,s.promisify)(i.gunzip)(n,{maxOutputLength:I})).toString()}function reasonOf(e){if(e instanceof Failure)return e.message
const{code:n,message:t}=e
switch(n){case"ECONNREFUSED":return"refused the connection"
case"ENOTFOUND":case"EAI_AGAIN":return"has an unknown host name"
case"ECONNRESET":return"closed the connection"
default:return`is unreachable (${n??t.replace(/\S+:\/\/\S+/g,"\u2026")})`}}function toFacts(e){if(e===undefined)return{kind:"unknown"}
const{releases:n}=e
return n===undefined?{kind:"missing"}:{kind:"known",releases:n,all:"all"}}})}
