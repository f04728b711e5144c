export const id=8975
export const ids=[8975]
export const modules={39491:((e,t,n)=>{n.d(t,{DR:()=>filesBelow,Vp:()=>peekBelow,jy:()=>readTextBelow})
var s=n(73024)
var i=n(76760)
var o=n(58500)
var r=n(85465)
function resolveBelow(e,t){if(t.includes("\0"))return"missing"
try{const n=s.realpathSync.native(i.join(e,t))
return n===e||n.startsWith(e.endsWith(i.sep)?e:e+i.sep)?n:"outside"}catch{return"missing"}}const kindOf=e=>e.isFile()?"file":e.isDirectory()?"folder":"other"
function statsOf(e){try{return(0,s.lstatSync)(e,{throwIfNoEntry:false})}catch{return undefined}}function filesBelow(e){const t=s.realpathSync.native(e)
const n=new Map
const resolve=e=>resolveBelow(t,e)
const o=new Set([t])
const look=e=>{if(e.includes("\0"))return"missing"
const n=i.resolve(i.join(t,e))
const r=o.has(i.dirname(n))?statsOf(n):undefined
if(r?.isDirectory())o.add(n)
if(r!==undefined&&!r.isSymbolicLink())return kindOf(r)
const a=resolve(e)
if(a==="missing"||a==="outside")return a
const c=(0,s.statSync)(a,{throwIfNoEntry:false})
return c===undefined?"missing":kindOf(c)}
return{look:e=>{const t=n.get(e)??look(e)
n.set(e,t)
return t},list:e=>{const t=resolve(e)
if(t==="missing"||t==="outside")return[]
try{return(0,s.readdirSync)(t).sort()}catch{return[]}}}}const a=1<<20
function peekBelow(e){const t=s.realpathSync.native(e)
const n=new Map
const read=e=>{const n=resolveBelow(t,e)
if(n==="missing"||n==="outside")return undefined
try{const e=(0,s.statSync)(n)
return e.isFile()&&e.size<=a?(0,s.readFileSync)(n,"utf8"):undefined}catch{return undefined}}
return{size:e=>{const n=statsOf(i.join(t,e))
return n?.isFile()?n.size:undefined},text:e=>{if(!n.has(e))n.set(e,read(e))
return n.get(e)}}}function readTextBelow(e){return async t=>{await(0,o.setImmediate)()
try{return(0,s.readFileSync)(i.join(e,t),"utf8")}catch(e){const{code:n,message:s}=e
if(n==="ENOENT"||n==="ENOTDIR"||n==="EISDIR")return undefined
const i={code:"dockerfile/unreadable",message:`${t} cannot be read`,why:s,at:{file:t}}
throw new r.yo(i,{cause:e})}}}}),78498:((e,t,n)=>{n.d(t,{A:()=>parseIndex})
function parseIndex(e){const t={clean:[],skipped:[],assumed:[],submodules:[],unsure:[]}
const n=e.includes("\ufffd")
for(let s=0,i=e.indexOf("\0");i>=0;s=i+1,i=e.indexOf("\0",s)){const o=e.indexOf("\t",s)
const r=e.slice(o+1,i)
if(n&&r.includes("\ufffd"))t.unsure.push(r)
else if(e.startsWith("H 100",s)&&e.startsWith(" 0",o-2))t.clean.push({path:r,kind:"file",executable:e[s+5]==="7",oid:e.slice(s+9,o-2)})
else if(e.startsWith("160000",s+2))t.submodules.push(r)
else if(e.startsWith(" 0",o-2)&&/[a-zS]/.test(e[s]??"")){const n={path:r,mode:e.slice(s+2,s+8),oid:e.slice(s+9,o-2)};(e[s]?.toUpperCase()==="S"?t.skipped:t.assumed).push(n)}else t.unsure.push(r)}return t}}),90843:((e,t,n)=>{n.d(t,{Z:()=>readTree})
var s=n(77598)
var i=n(51455)
var o=n(76760)
var r=n(70370)
var a=n(9489)
var c=n(48161)
async function attributesOf(e,t,n,{clean:s,skipped:i,unsure:o},r){const a=await n.settings()
const c=!/^(?:false|no|off|0|)$/i.test(a.get("core.autocrlf")??"")
const names=e=>e.map(({path:e})=>e)
const d=/^(?:true|yes|on|1)$/i.test(a.get("core.autocrlf")??"")
const u={converted:names(s),rewritten:new Set(names(i)),lfs:new Set}
const f={converted:c?u.converted:[],rewritten:d?u.rewritten:new Set,lfs:u.lfs}
const h=[s,i].some(e=>e.some(e=>isAttributes(e.path)))
if(!h&&![...r,...o].some(isAttributes)&&!await attributesElsewhere(e,t,n))return f
const p=[...u.converted,...u.rewritten]
const m=await t(["check-attr","-z","--stdin",...l],p.map(e=>`${e}\0`).join(""))
if(m===undefined)return u
const g=new Set(f.converted)
const w=new Set(f.rewritten)
const k=new Set
const y=a.get("core.eol")?.toLowerCase()==="crlf"
const v=m.split("\0")
for(let e=0;e+2<v.length;e+=3){const t=v[e+2]
if(t==="unspecified"||t==="unset")continue
const[n="",s=""]=[v[e],v[e+1]]
if(u.rewritten.has(n)){const e=s==="eol"?t==="lf":(s==="text"||s==="crlf")&&!y
if(!e)w.add(n)}else g.add(n)
if(s==="filter"&&t==="lfs")k.add(n)}return{converted:[...g],rewritten:w,lfs:k}}const l=["text","eol","crlf","filter","ident","working-tree-encoding"]
const isAttributes=e=>e.endsWith(".gitattributes")&&/(?:^|\/)\.gitattributes$/.test(e)
async function attributesElsewhere(e,t,{settings:n,layout:s}){const{attributes:i="",up:r=""}=await s()??{}
const a=r.split("/").filter(Boolean).map((t,n,s)=>o.join(e,...s.slice(n),".gitattributes"))
const l=process.env.XDG_CONFIG_HOME||o.join((0,c.homedir)(),".config")
const d=(await n()).has("core.attributesfile")
const u=d?(await t(["config","--type=path","--get","core.attributesfile"]))?.trim():undefined
const f=u||o.join(l,"git/attributes")
const h=[o.resolve(e,i),f,"/etc/gitattributes",...a]
return(await Promise.all(h.map(exists))).includes(true)}const exists=e=>(0,i.lstat)(e).then(e=>e.isFile(),()=>false)
var d=n(15351)
var u=n(78498)
const f=1024
async function isPointer(e){const t=await(0,i.open)(e).catch(()=>undefined)
if(t===undefined)return false
try{if((await t.stat()).size>=f)return false
const e=await t.readFile("latin1")
const n=/^version https?:\/\/(?:git-lfs\.github\.com\/spec\/v1|hawser\.github\.com\/spec\/v1|git-media\.io\/v\/2)\r?\n/
return n.test(e)&&/^oid sha256:[0-9a-f]{64}\r?$/m.test(e)}finally{await t.close()}}const h=64
const p=4<<20
async function readTree(e,t,n=(0,d.Hj)(t)){const[s,i]=await Promise.all([n.layout(),fromGit(e,t,n)])
const a=s?.format==="sha256"?"sha256":"sha1"
const c=withFolders(i??{clean:[],looked:await walk(e,""),unwatched:[]})
const l=new Map
const u=(0,r.A)(h)
return{entries:c,hash:t=>{if(t.oid!==undefined)return t.oid
const n=l.get(t.path)??u(()=>hashEntry(o.join(e,t.path),t,a))
l.set(t.path,n)
return n},hidesChanges:async()=>{const e=i?.unwatched??[]
if(e.length===0)return false
const n=e.map(({path:e})=>`${e}\n`).join("")
const s=await t(["hash-object","--stdin-paths"],n)
return s?.trim()!==e.map(({oid:e})=>e).join("\n")}}}async function fromGit(e,t,n){const[s,i,o]=await Promise.all([n.index(),n.modified(),n.others()])
if(s===undefined||i===undefined||o===undefined)return undefined
const r=(0,u.A)(s)
const a=new Set(r.submodules)
const c=new Set(i.split("\0").filter(e=>e!==""&&!a.has(e)))
const l=o.split("\0").filter(Boolean)
const d=await attributesOf(e,t,n,r,l)
for(const e of d.converted)c.add(e)
const f=c.size===0?r.clean:r.clean.filter(({path:e})=>!c.has(e))
const h=[...new Set([...l,...r.unsure,...c])]
const p=[...r.skipped,...r.assumed]
const m=await Promise.all([...h.map(t=>look(e,t.replace(/\/$/,""))),...r.assumed.map(({path:t})=>look(e,t)),...r.skipped.map(n=>lookOrRecall(e,n,d.rewritten,t)),...r.submodules.map(n=>submodule(e,n,t))])
const g=await markPointers(e,m.flat(),d.lfs)
const w=new Set(p.length===0?[]:g.filter(isFile).map(({path:e})=>e))
return{clean:f,looked:await withOwnBits(g,r,n),unwatched:p.filter(({path:e,mode:t})=>t.startsWith("100")&&w.has(e))}}const isFile=({kind:e,obstacle:t})=>e==="file"&&t===undefined
async function withOwnBits(e,{clean:t,assumed:n},{settings:s}){if(!/^(?:false|no|off|0)$/i.test((await s()).get("core.filemode")??""))return e
const i=new Map(t.map(({path:e,executable:t})=>[e,t]))
for(const{path:e,mode:t}of n)i.set(e,t==="100755")
return e.map(e=>({...e,executable:i.get(e.path)??e.executable}))}async function lookOrRecall(e,{path:t,mode:n,oid:s},i,o){const r=await look(e,t)
if(r.length>0)return r
const a={path:t,executable:n==="100755",oid:s,obstacle:"skipped"}
if(n==="120000"){const e=await o(["cat-file","blob",s])
if(e!==undefined)return[{...a,kind:"symlink",target:e}]
return[{path:t,kind:"other",executable:false,unreadable:`git has no object ${s}`}]}if(i.has(t))return[{path:t,kind:"file",executable:a.executable,obstacle:"skipped-converted"}]
return[{...a,kind:"file"}]}async function submodule(e,t,n){const s=o.join(e,t)
const r=await(0,i.readdir)(s).catch(e=>e.code??"")
if(r==="ENOTDIR")return look(e,t)
const a={path:t,kind:"dir",executable:false}
if(typeof r==="string"||r.length===0)return[{...a,obstacle:"submodule"}]
if(!r.includes(".git"))return look(e,t)
const inside=(e,s)=>n(["-C",t,...e],s)
const c=await fromGit(s,inside,(0,d.Hj)(inside))
if(c===undefined)return look(e,t)
return[a,...withFolders(c).map(e=>({...e,path:`${t}/${e.path}`}))]}async function markPointers(e,t,n){if(n.size===0)return t
const s=(0,r.A)(h)
return Promise.all(t.map(async t=>{if(t.kind!=="file"||t.obstacle!==undefined||!n.has(t.path))return t
const i=await s(()=>isPointer(o.join(e,t.path)))
return i?{...t,obstacle:"lfs-pointer"}:t}))}function withFolders({clean:e,looked:t}){const n=new Map(t.map(e=>[e.path,e]))
const s=new Map([["",true]])
const i=[]
const isFolder=e=>{const t=s.get(e)
if(t!==undefined)return t
const o=n.get(e)
const r=(o===undefined||o.kind==="dir")&&isFolder((0,a.g)(e))
if(r&&o===undefined)i.push({path:e,kind:"dir",executable:false})
s.set(e,r)
return r}
let[o,r]=["",true]
const really=({path:e})=>{if((0,a.O)(e,o))return r
o=(0,a.g)(e)
r=isFolder(o)
return r}
const c=e.filter(really).concat([...n.values()].filter(really),i)
return c.sort((e,t)=>e.path<t.path?-1:e.path>t.path?1:0)}async function look(e,t){try{const n=await(0,i.lstat)(o.join(e,t))
const s=await toEntry(e,t,n)
return s.kind==="dir"?await walk(e,t,s):[s]}catch(e){const{code:n,message:s}=e
if(n==="ENOENT"&&t.includes("\ufffd"))return[{path:t,kind:"other",executable:false,obstacle:"name"}]
if(n==="ENOENT"||n==="ENOTDIR")return[]
return[{path:t,kind:"other",executable:false,unreadable:s}]}}async function walk(e,t,n){const s=await(0,i.readdir)(o.join(e,t))
const r=await Promise.all(s.filter(e=>e!==".git").map(n=>look(e,t===""?n:`${t}/${n}`)))
return(n===undefined?[]:[n]).concat(r.flat())}async function toEntry(e,t,n){if(n.isSymbolicLink())return{path:t,kind:"symlink",executable:false,target:await(0,i.readlink)(o.join(e,t))}
const s=n.isFile()?"file":n.isDirectory()?"dir":"other"
return{path:t,kind:s,executable:s==="file"&&(n.mode&64)!==0}}async function hashEntry(e,t,n){if(t.kind==="symlink")return blobId(n,Buffer.from(t.target??""))
const o=await(0,i.open)(e)
try{const{size:e}=await o.stat()
if(e<=p)return blobId(n,await o.readFile())
const t=(0,s.createHash)(n).update(`blob ${e}\0`)
for await(const e of o.createReadStream({autoClose:false}))t.update(e)
return t.digest("hex")}finally{await o.close()}}const blobId=(e,t)=>(0,s.createHash)(e).update(`blob ${t.length}\0`).update(t).digest("hex")}),73163:((e,t,n)=>{n.d(t,{L:()=>credentialIn,m:()=>credentialFault})
const s=[["a GitHub token",/\bgh[pousr]_[A-Za-z0-9]{20}|\bgithub_pat_[A-Za-z0-9_]{20}/],["a GitLab token",/\bgl(?:pat|cbt|dt|rt|soat)-[A-Za-z0-9_-]{15}/],["an AWS key",/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],["a Google key",/\bAIza[A-Za-z0-9_-]{30}/],["a Slack token",/\bxox[abeoprs]-[A-Za-z0-9-]{10}/],["an npm token",/\bnpm_[A-Za-z0-9]{30}/],["a PyPI token",/\bpypi-[A-Za-z0-9_-]{30}/],["a Docker token",/\bdckr_(?:pat|oat)_[A-Za-z0-9_-]{20}/],["a Stripe key",/\b[rs]k_(?:live|test)_[A-Za-z0-9]{16}/],["a Hugging Face token",/\bhf_[A-Za-z0-9]{30}/],["an API key",/\bsk-[A-Za-z0-9_-]{32}/],["a private key",/-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY/],["a signed token (JWT)",/\beyJ[A-Za-z0-9_-]{10,300}\.eyJ[A-Za-z0-9_-]{10}/],["a password in an address",/\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]{0,200}:[^\s/@{}$]{1,200}@/i]]
const i=/(?:^|[._-])(?:password|passwd|passphrase|secret|token|credentials?|(?:api|access|secret|private|auth|encryption|signing)[._-]?key)$/i
function credentialIn(e){return s.find(([,t])=>t.test(e))?.[0]}function credentialFault(e,t,n){const s=credentialIn(n)
const o=i.test(t)&&n.length>=4&&!/^(?:true|false|none|null|\{\{[^}]*\}\})$/i.test(n)
if(s===undefined&&!o)return undefined
return{code:"catalog/credential",message:`${e} ${t} looks like ${s??"a credential"}`,why:`a ${e} can be read by everyone who has the image`,fix:"hand it to the build under `secrets`, and revoke this one if it is real"}}}),10024:((e,t,n)=>{n.d(t,{a:()=>loadCatalog})
var s=n(85465)
const i=500
class Problems{#e=[]
#t=0
#n=new Set
#s=new Set
#i=new Map
add(e,t,n){this.#t++
if(!this.full)this.#e.push({...e,...t&&{at:t}})
if(n===undefined)return
this.#n.add(pathKey(n))
for(const e of n.keys())this.#s.add(pathKey(n.slice(0,e)))}addTo(e,t,n,s){const i=this.#i.get(e)??[]
this.#i.set(e,i)
i.push({...t,at:n})
this.#n.add(pathKey(s))}addOnDisk(e,t,n){const[s,i]=n
if(s==="services"&&e.code==="catalog/missing-file")this.addTo(String(i),e,t,n)
else this.add(e,t,n)}of(e){return this.#i.get(e)??[]}spoiled(e){return e.some((t,n)=>this.#n.has(pathKey(e.slice(0,e.length-n))))}touched(e){return this.spoiled(e)||this.#s.has(pathKey(e))}get full(){return this.#t>i}get empty(){return this.#t===0}fail(){const e=[...this.#e,...[...this.#i.values()].flat()].sort((e,t)=>(e.at?.line??0)-(t.at?.line??0)||(e.at?.column??0)-(t.at?.column??0))
if(!this.full)throw new s.yo(e)
const t=`more than ${i} problems; the others are not listed`
const n={code:"catalog/many",message:t,fix:"mend these first"}
throw new s.yo([...e,n])}}function pathKey(e){return JSON.stringify(e.map(String))}var o=n(94958)
function findCycles(e){const t=new Map
const n=[]
const s=new Set
for(const i of e.keys()){if(t.has(i))continue
const o=[{name:i,next:0}]
t.set(i,"open")
for(let i=o.at(-1);i!==undefined;i=o.at(-1)){const r=e.get(i.name)?.[i.next++]
if(r===undefined){t.set(i.name,"done")
o.pop()}else if(!e.has(r)){}else if(t.get(r)==="open"){const e=o.findIndex(({name:e})=>e===r)
const t=o.slice(e).map(({name:e})=>e)
if(t.some(e=>s.has(e)))continue
for(const e of t)s.add(e)
n.push([...t,r])}else if(!t.has(r)){t.set(r,"open")
o.push({name:r,next:0})}}}return n}var r=n(72484)
function checkRelations(e,t,n){checkNames(t,n)
checkPhases(e,t,n)
checkNeeds(e,t,n)
checkContexts(e,t,n)}function checkNames({names:e,locate:t},n){const s=new Map
for(const i of["services","externals"]){for(const o of e(i)){const e=[i,o]
const a=s.get(o.toLowerCase())
if(a===undefined){s.set(o.toLowerCase(),{name:o,path:e})
continue}const{line:c}=t(a.path,"key")
const l=a.name===o?"is the name of a service, too":`differs from ${(0,r.WU)(a.name)} only in case`
const d=`${(0,r.hD)(o)} ${l} (line ${c})`
n.add({code:"catalog/duplicate-name",message:d,fix:"rename one of them"},t(e,"key"))}}}function checkPhases({services:e},{names:t,locate:n},s){const i=t("phases")
for(const[t,{phase:o}]of Object.entries(e)){if(o===undefined||i.has(o))continue
const e=["services",t,"phase"]
s.add(unknown("phase",o,i,`add it under \`phases\``),n(e,"value"),e)}}function checkNeeds(e,t,n){const s=new Set([...t.names("services"),...t.names("externals")])
const i=[[["defaults","needs"],e.defaults?.needs],...Object.entries(e.phases??{}).map(([e,{needs:t}])=>[["phases",e,"needs"],t]),...Object.entries(e.services).map(([e,{needs:t}])=>[["services",e,"needs"],t]),...Object.entries(e.externals??{}).map(([e,{needs:t}])=>[["externals",e,"needs"],t])]
for(const[o,a]of i){for(const i of a??[]){const a=e.services[i]?.planned===true
const c=e.services[i]?.run==="never"
if(c){const e={code:"catalog/unknown-need",message:`need ${(0,r.hD)(i)} never runs: it says \`run: never\``,fix:"take `run: never` away there, or the need here"}
const s=[...o,t.list(o).indexOf(i)]
n.add(e,t.locate(s,"value"),s)
continue}const l=o[0]==="services"&&e.services[String(o[1])]?.planned===true
if(s.has(i)&&(!a||l))continue
const d=[...o,t.list(o).indexOf(i)]
const u={code:"catalog/unknown-need",message:`need ${(0,r.hD)(i)} is only planned`,why:"what is not built cannot run",fix:"remove the need until it is built, or describe a stand-in under `externals`"}
const f="add it under `services`, or under `externals` if it is not built here"
n.add(a?u:unknown("need",i,s,f),t.locate(d,"value"),d)}}const o=new Map
for(const[t,n]of Object.entries(e.services))o.set(t,needsOf(e,t,n))
for(const[t,{needs:n=[]}]of Object.entries(e.externals??{}))o.set(t,n)
for(const s of findCycles(o)){const[i="",o]=s
const r=[i in e.services?"services":"externals",i]
const a=[...r,"needs"]
const c=[...a,t.list(a).indexOf(o)]
n.add(circle("needs",s),t.locate(c,"value"))}}function needsOf(e,t,n){const{phase:s}=n
const i=(s!==undefined?e.phases?.[s]?.needs:undefined)??e.defaults?.needs??[]
return n.needs??i.filter(e=>e!==t)}function checkContexts(e,t,n){const s=t.names("services")
const i=new Map
const o=[[["defaults","contexts"],e.defaults?.contexts],...Object.entries(e.phases??{}).map(([e,{contexts:t}])=>[["phases",e,"contexts"],t]),...Object.entries(e.services).map(([e,{contexts:t}])=>[["services",e,"contexts"],t])]
for(const[a,c]of o){for(const[o,l]of Object.entries(c??{})){if(l.kind!=="service")continue
const c=[...a,o]
const d=e.services[l.service]?.planned===true
if(a[0]==="services")i.set(String(a[1]),[...i.get(String(a[1]))??[],l.service])
if(s.has(l.service)&&!d)continue
const u=unknown("service",l.service,s,"add it under `services`")
const f={...u,message:`service ${(0,r.hD)(l.service)} is only planned`,fix:"build it first"}
n.add(d?f:{...u,code:"catalog/unknown-context"},t.locate(c,"value"),c)}}for(const[e]of i)for(const t of i.get(e)??[])if(!i.has(t))i.set(t,[])
for(const e of findCycles(i)){const[s=""]=e
n.add(circle("contexts",e),t.locate(["services",s,"contexts"],"key"))}}function unknown(e,t,n,s){const i=(0,o.p)(t,n)
const a=i===undefined?s:`did you mean ${(0,r.hD)(i)}?`
return{code:`catalog/unknown-${e}`,message:`${e} ${(0,r.hD)(t)} is not in the catalog`,fix:a}}function circle(e,t){const n=t.length>12?[...t.slice(0,10),"\u2026",...t.slice(-1)]:t
const s=`${e} run in a circle: ${n.map(e=>(0,r.WU)(e)).join(" -> ")}`
const i="none of them could ever come first"
return{code:"catalog/cycle",message:s,why:i,fix:"take one of these arrows out"}}var a=n(73163)
function pathFault(e,t,n,s,i=[]){const o=e.look(n)
switch(o){case s:return undefined
case"outside":return{code:"catalog/outside",message:`${t} ${(0,r.hD)(n)} leaves the repository`,why:"a link on the way leads out of the catalog's folder",fix:"copy what it leads to into the repository"}
case"missing":{const o=e.remedy?.(n)
if(o!==undefined)return{code:"catalog/missing-file",message:`${t} ${(0,r.hD)(n)} does not exist`,fix:o}
const a=i.find(t=>e.look(t)===s)??nearestPath(e,n,s)
const c=a===undefined?"make it, or mark the service `planned: true`":`did you mean ${(0,r.hD)(a)}?`
return{code:"catalog/missing-file",message:`${t} ${(0,r.hD)(n)} does not exist`,fix:c}}default:{const i=s==="file"?nearestPath(e,`${n}/Dockerfile`,"file"):undefined
const a=i===undefined?`name a ${s}`:`did you mean ${(0,r.hD)(i)}?`
const c=o==="other"?"neither file nor folder":`a ${o}`
return{code:"catalog/missing-file",message:`${t} ${(0,r.hD)(n)} is ${c}`,fix:a}}}}function nearestPath(e,t,n){const s=t.split("/")
const i=[]
for(const[t,r]of s.entries()){const a=i.length===0?".":i.join("/")
const c=e.list(a)
const l=t===s.length-1
const d=l?n:"folder"
const u=c.includes(r)?r:undefined
const fits=t=>e.look(a==="."?t:`${a}/${t}`)===d
const f=u??(0,o.p)(r,c.filter(fits))??(l?onlyLike(r,c.filter(fits)):undefined)
if(f===undefined)return undefined
i.push(f)}const r=i.join("/")
return e.look(r)===n?r:undefined}function onlyLike(e,t){const n=e.split(".",1)[0]??e
const s=t.filter(e=>e.startsWith(`${n}.`)&&!e.endsWith(".dockerignore"))
return s.length===1?s[0]:undefined}function checkLayers(e,t,{locate:n,list:s},i){const o=[[["defaults"],e.defaults],...Object.entries(e.phases??{}).map(([e,t])=>[["phases",e],t]),...Object.entries(e.services).map(([e,t])=>[["services",e],t])]
for(const[e,r]of o){for(const[t,s]of[["args","build argument"],["labels","label"]]){for(const[o,c]of Object.entries(r?.[t]??{})){const r=(0,a.m)(s,o,c)
const l=[...e,t,o]
if(r!==undefined)i.add(r,n(l,"value"),l)}}for(const[s,o]of Object.entries(r?.contexts??{})){const r=[...e,"contexts",s]
const a=o.kind==="path"?pathFault(t,"context",o.path,"folder"):undefined
if(a!==undefined)i.addOnDisk(a,n(r,"value"),r)}for(const o of r?.secrets??[]){if(o.from!=="file"||t.look(o.file)!=="outside")continue
const r=s([...e,"secrets"])
const a=r.findIndex(e=>e?.id===o.id)
const c=pathFault(t,"secret file",o.file,"file")
if(c!==undefined)i.add(c,n([...e,"secrets",a,"file"],"value"))}}}function dockerfileOf(e,t){if(!/(?:^|\/)Dockerfile$/.test(e)||t.look(e)!=="missing")return e
const n=e.replace(/Dockerfile$/,"dockerfile")
return t.look(n)==="file"?n:e}function checkPaths(e,t,n,s,i,{locate:o},r){const a=[...e,"context"]
const c=r.spoiled(a)
const l=c?undefined:pathFault(i,"context",n,"folder")
if(l!==undefined)r.addOnDisk(l,o(a,"value"),a)
const d=[...e,"dockerfile"]
if(r.spoiled(d))return
if(t.dockerfile===undefined&&r.spoiled(a))return
const u=pathFault(i,"Dockerfile",s,"file",n==="."?[]:[`${n}/${s}`])
if(u!==undefined){const n=t.dockerfile===undefined?o(e,"key"):o(d,"value")
r.addOnDisk(u,n,d)}}var c=n(66883)
var l=n(91736)
const d={readOnly:true,tmpfs:["/tmp"],capDrop:["ALL"],noNewPrivileges:true,memory:2**30,pids:512}
function mergeSettings(e){const t=e.filter(e=>e!==undefined)
const n=last(t,"ttl")
const s=last(t,"ssh")
const i=mergeRunners(t)
const o=last(t,"flavor")
const r=last(t,"rewrite_timestamp")
return{platforms:[...new Set(last(t,"platforms")??["linux/arm64"])],...Object.keys(i).length>0&&{runners:i},...n!==undefined&&{ttl:n},tags:last(t,"tags")??["type=sha,prefix="],floating:last(t,"floating")??["type=raw,value=latest"],...o!==undefined&&{flavor:o},labels:merged(t.map(e=>e.labels)),...last(t,"created")==="commit"&&{created:"commit"},...last(t,"compression")==="zstd"&&{compression:"zstd"},...r!==undefined&&{rewriteTimestamp:r},args:merged(t.map(e=>e.args)),secrets:last(t,"secrets")??[],...s!==undefined&&{ssh:s},contexts:merged(t.map(e=>e.contexts)),env:merged(t.map(e=>e.env)),hardening:mergeHardening(t),verify:mergeVerify(t),policy:mergePolicy(t),...mergeLint(t)}}function mergeTiming(e){const given=t=>e.findLast(e=>e?.[t]!==undefined)?.[t]
const t=given("deadline")
return{startPeriod:given("start_period")??c.lz.startPeriod,interval:given("interval")??c.lz.interval,timeout:given("timeout")??c.lz.timeout,retries:given("retries")??c.lz.retries,successes:given("successes")??c.lz.successes,stable:given("stable")??c.lz.stable,stopGracePeriod:given("stop_grace_period")??c.lz.stopGracePeriod,wrongAnswerPeriod:given("wrong_answer_period")??c.lz.wrongAnswerPeriod,...t!==undefined&&{deadline:t}}}function mergeRunners(e){const t=e.flatMap(({runners:e})=>Object.entries(e??{}))
return Object.fromEntries(t.map(([e,t])=>{const n=(0,l.FL)(e)
return[n.ok?n.value:e,t]}))}function mergeHardening(e){const t=Object.assign({},...e.map(e=>given(e.hardening)))
return{readOnly:t.read_only??d.readOnly,tmpfs:t.tmpfs??d.tmpfs,capDrop:t.cap_drop??d.capDrop,noNewPrivileges:t.no_new_privileges??d.noNewPrivileges,memory:t.memory??d.memory,pids:t.pids??d.pids}}function mergePolicy(e){const t={smoke:"required",verify:"required",hardening:"required",stop:"warn"}
return Object.assign(t,...e.map(e=>given(e.policy)))}function mergeVerify(e){const t=Object.assign({},...e.map(e=>given(e.verify)))
const n=merged(e.map(e=>e.verify?.checks))
return{...t.user!==undefined&&{user:t.user},...t.max_size!==undefined&&{maxSize:t.max_size},...t.max_growth!==undefined&&{maxGrowth:t.max_growth},labels:t.labels??[],...t.base!==undefined&&{base:t.base},...t.files!==undefined&&{files:t.files},...t.imports!==undefined&&{imports:t.imports},...t.allow!==undefined&&{allow:t.allow},...Object.keys(n).length>0&&{checks:n}}}function mergeLint(e){const t=merged(e.map(e=>e?.lint?.rules))
return Object.keys(t).length>0?{lint:{rules:t}}:{}}function last(e,t){return e.findLast(e=>e[t]!==undefined)?.[t]}function merged(e){return Object.assign({},...e)}function given(e){return Object.fromEntries(Object.entries(e??{}).filter(([,e])=>e!==undefined))}const u=[[200,399]]
const f=["port","method","headers","status","body","body_matches","json"]
const h={path:["grpc_service"],tcp:[...f,"grpc_service","negative"],grpc:f,command:[...f,"grpc_service","negative"],healthcheck:[...f,"grpc_service","negative"]}
function healthOf({run:e,health:t,ports:n},s){const i=typeof t==="object"&&kindsOf(t).length===0&&f.every(e=>t[e]===undefined)
if(t!==undefined&&!(i&&(e==="job"||n.length===0))){if(e===undefined)return{health:resolveHealth(t,n,s)}
const i=e==="job"?"a job has a health check; its exit code is its health":"it never runs, and has a health check"
return{health:wrong(i,"remove `health`, or `run`")}}const o=[...s,...typeof t==="object"?[t]:[]]
return o.some(e=>e!==undefined)?{timing:mergeTiming(o)}:{}}const kindsOf=e=>["path","tcp","grpc","command","healthcheck"].filter(t=>e[t]!==undefined)
function resolveHealth(e,t,n){const s=typeof e==="string"?{path:e}:e
const i=mergeTiming([...n,s])
const o=kindsOf(s)
const[a]=o
if(a===undefined)return wrong("health does not say what to ask","add `path: /health`, `tcp: 6379`, `grpc: 50051`, `command: [program]` or `healthcheck: true`")
if(o.length>1)return wrong(`health has ${o.join(" and ")}`,"keep one of them")
const c=h[a].filter(e=>s[e]!==undefined)
if(c.length>0)return wrong(`health has ${(0,r.gP)(c)}, which ${a==="path"?"HTTP":a} does not know`,`remove it, or ${a}`)
const l=s.negative??true
if(s.tcp!==undefined)return{kind:"tcp",port:s.tcp,timing:i}
if(s.grpc!==undefined)return{...{kind:"grpc",port:s.grpc,negative:l,timing:i},...s.grpc_service!==undefined&&{service:s.grpc_service}}
if(s.command!==undefined)return{kind:"command",command:s.command,timing:i}
if(s.healthcheck!==undefined)return{kind:"healthcheck",timing:i}
const d=s.port??t.find(({protocol:e})=>e==="tcp")?.container
if(d===undefined)return wrong("health has no port to ask on","add `port:` to it, or `ports:` to the service")
return{kind:"http",path:s.path??"/",port:d,method:s.method??"GET",headers:s.headers??{},status:s.status??u,...s.body!==undefined&&{body:s.body},...s.body_matches!==undefined&&{bodyMatches:s.body_matches},...s.json!==undefined&&{json:s.json},negative:l,timing:i}}function wrong(e,t){return{code:"catalog/health",message:e,fix:t}}var p=n(88153)
var m=n(69044)
function imageOf(e,t,n,s,{locate:i},o){const r=n.image===undefined?["image"]:["services",t,"image"]
if(o.spoiled(["services",t,"image"])||o.spoiled(["image"]))return undefined
const a=n.image??e.image??"{{name}}"
if(n.phase===undefined&&/\{\{\s*phase\s*\}\}/.test(a)){const e=`the image name uses {{phase}}, and ${t} has none`
const s=i(n.image===undefined?["services",t]:r,"key")
o.add({code:"catalog/template",message:e,fix:"give it a phase, or an `image` of its own"},s)
return undefined}const{phase:c}=n
const l=(0,p.fT)(a,{name:t,project:e.project,...c!==undefined&&{phase:c.toLowerCase()}})
const d=(0,m["if"])(l)
if(!d.ok){if(!o.spoiled(["services",t]))o.add(d.fault,i(r,"value"),r)
return undefined}const{host:u=e.registry??"docker.io",path:f}=d.value
return{image:`${s??u}/${f}`,declaredImage:`${u}/${f}`}}function copiesOf({project:e},t,{phase:n=""},s,i,o,{locate:r},a){const c=s.findLast(e=>e?.copies!==undefined)?.copies??[]
if(i!==undefined)return{}
const l=c.flatMap(s=>{const i=(0,p.fT)(s,{name:t,project:e,phase:n.toLowerCase()})
const o=(0,m["if"])(i)
if(o.ok)return[`${o.value.host??"docker.io"}/${o.value.path}`]
a.add(o.fault,r(["services",t],"key"))
return[]})
const d=[...new Set(l)].filter(e=>e!==o)
return d.length===0?{}:{copies:d}}function checkImages(e,{locate:t},n){const s=new Map
for(const i of e){const e=i.copies?.find(e=>s.has(e))
const o=s.get(i.image)??(e===undefined?undefined:s.get(e))
for(const e of i.copies??[])if(o===undefined)s.set(e,i)
if(o===undefined){s.set(i.image,i)
continue}const a=`${i.name} and ${o.name} (line ${o.at.line}) have one image, ${(0,r.hD)(e??i.image)}`
const c="each would overwrite the other's tags"
const l="use {{name}} in `image`, or give one of them an `image` of its own"
const d=t(["services",i.name,"image"],"value")
n.add({code:"catalog/duplicate-image",message:a,why:c,fix:l},d)}}function resolve(e,t,n,s){const i=Object.entries(e.services)
checkLayers(e,t.host,n,s)
const o=i.filter(([e,t])=>t.planned!==true&&!s.spoiled(["services",e,"planned"])).map(([i,o])=>resolveService(e,i,o,t,n,s))
checkImages(o.filter(e=>e!==undefined),n,s)
return{project:e.project,network:{name:e.network?.name??e.project,...e.network?.subnet!==undefined&&{subnet:e.network.subnet}},...e.image!==undefined&&{imageTemplate:e.image},...mergeLint([e.defaults]),phases:phasesOf(e,n),services:o.filter(e=>e!==undefined),planned:i.filter(([,e])=>e.planned===true).map(([e,{title:t,phase:s}])=>{const i=n.locate(["services",e],"key")
return{name:e,title:t??titleOf(e),...s!==undefined&&{phase:s},at:i}}),externals:Object.entries(e.externals??{}).map(([t,i])=>resolveExternal(e,t,i,n,s))}}function phasesOf({phases:e},{locate:t}){return Object.entries(e??{}).map(([e,{title:n}])=>({id:e,title:n??e,at:t(["phases",e],"key")})).sort(({at:e},{at:t})=>(e.line??0)-(t.line??0)||(e.column??0)-(t.column??0)).map(({id:e,title:t})=>({id:e,title:t}))}function resolveService(e,t,n,s,i,o){const r=["services",t]
const a=n.phase===undefined?undefined:e.phases?.[n.phase]
const{health:c,...l}=n
const d=[e.defaults,a,l]
const u=mergeSettings(d)
const f=n.ports??[]
const h=imageOf(e,t,n,s.registry,i,o)
const p=n.context??"."
const m=dockerfileOf(n.dockerfile??(p==="."?"Dockerfile":`${p}/Dockerfile`),s.host)
checkPaths(r,n,p,m,s.host,i,o)
const g=o.of(t)
const{timing:w,health:k}=healthOf({...n,ports:f},[e.defaults?.health,a?.health])
if(k!==undefined&&"code"in k){const e=[...r,"health"]
if(!o.touched([...r,"ports"])&&!o.touched(e))o.add(k,i.locate(e,"key"),e)
return undefined}if(h===undefined)return undefined
return{name:t,title:n.title??titleOf(t),...n.description!==undefined&&{description:n.description},...n.phase!==undefined&&{phase:n.phase},...h,dockerfile:m,context:p,...n.target!==undefined&&{target:n.target},...u,...n.run!==undefined&&{run:n.run},...n.command!==undefined&&{command:n.command},ports:f,...k!==undefined&&{health:k},...w!==undefined&&{timing:w},...copiesOf(e,t,n,d,s.registry,h.image,i,o),needs:[...new Set(needsOf(e,t,n))],...g.length>0&&{problems:g},at:i.locate(r,"key")}}function resolveExternal(e,t,n,s,i){const o=n.ports??[]
const r=["externals",t]
const a=[...r,"health"]
const{timing:c,health:l}=healthOf({...n,ports:o},[e.defaults?.health])
const d=l!==undefined&&"code"in l
if(d&&!i.touched(a)&&!i.touched([...r,"ports"]))i.add(l,s.locate(a,"key"),a)
return{name:t,image:n.image,...n.run!==undefined&&{run:n.run},...n.command!==undefined&&{command:n.command},env:n.env??{},ports:o,...l!==undefined&&!d&&{health:l},...c!==undefined&&{timing:c},needs:[...new Set(n.needs??[])],at:s.locate(r,"key")}}function titleOf(e){return e.replaceAll(/(^|[-_.]+)([a-z0-9])/g,(e,t,n)=>t===""?n.toUpperCase():` ${n.toUpperCase()}`)}var g=n(12311)
var w=n(88532)
function parsed(e){return g.YjP().transform((t,n)=>read(e,t,n))}function parsedOrNumber(e){return g.KCZ([g.YjP(),g.aig()]).transform((t,n)=>read(e,String(t),n))}function read(e,t,n){const s=e(t)
if(s.ok)return s.value
n.addIssue({code:"custom",message:s.fault.message,params:{fault:s.fault}})
return w.tm}const fault=(e,t)=>e===undefined?l.uw(t):l.MB(e)
function template(e){return t=>fault((0,m.Rs)(t,e),t)}const someText=e=>e.trim()===""?l.MB({code:"catalog/value",message:"an empty text",fix:"write something, or leave the key out"}):l.uw(e)
const oneLine=e=>/[\n\r]/.test(e)?l.MB({code:"catalog/value",message:`${(0,r.hD)(e)} holds a line end`,fix:"write it on one line"}):someText(e)
const k=(0,m.gK)("an environment variable",/^[A-Za-z_][A-Za-z0-9_.-]*$/,"LOG_LEVEL")
const y=(0,m.gK)("an SSH agent",/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/,"default")
const v=(0,m.gK)("a secret",/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/,"npm_token")
const b=g.KCZ([g.YjP(),g.aig(),g.zMY()]).transform(String)
const x=g.KCZ([g.YjP(),g.aig(),g.zMY()]).transform((e,t)=>read(template(),String(e),t))
function mapOf(e,t){return g.g1P(g.YjP(),t).superRefine((t,n)=>{if(typeof t!=="object"||t===null||Array.isArray(t))return
for(const s of Object.keys(t)){const t=e(s)
if(t.ok)continue
const i={fault:t.fault,at:"key"}
n.addIssue({code:"custom",message:t.fault.message,path:[s],params:i})}},{when:()=>true})}const word=e=>parsed(l.kB(e)).meta({enum:e})
const $=g.vkY(e=>e==="True"||e==="TRUE"?true:e==="False"||e==="FALSE"?false:e,g.zMY())
const O=g.aig().int().min(1)
const S=parsed(l.E9)
const A={start_period:S.optional().meta({description:"Failures in this time after the start do not count.",default:"60s",examples:["90s"]}),interval:S.optional().meta({description:"Time from one try to the next.",default:"1s",examples:["500ms"]}),timeout:S.optional().meta({description:"How long one try may take.",default:"5s",examples:["10s"]}),retries:O.optional().meta({description:"Failed tries after the start period that make it unhealthy.",default:3,examples:[5]}),successes:O.optional().meta({description:"Good answers in a row that make it healthy.",default:2,examples:[3]}),stable:S.optional().meta({description:"How long it must stay up from its start, without a restart. It must answer again at the end.",default:"1s",examples:["10s"]}),stop_grace_period:S.optional().meta({description:"How long it has to end after SIGTERM, in whole seconds; what has not ended then is killed.",default:"10s",examples:["30s"]}),wrong_answer_period:S.optional().meta({description:"How long a running server may give the same wrong answer (404, but no 5xx, 408, 425 or 429). It fails then, once the start period is over, whatever `retries` says.",default:"15s",examples:["5s"]}),deadline:S.optional().meta({description:"From the container's start until it must be healthy, whatever the rest says. Without it, the start period and what the retries take.",examples:["2m"]})}
const j=g.rej(A)
const E=g.KCZ([parsedOrNumber(l.i$).transform(e=>[e]),g.YOg(parsedOrNumber(l.i$)).min(1)])
const P=g.rej({path:parsed(l.fj).optional().meta({description:"Path to ask for over HTTP. The host is always the container itself.",examples:["/health"]}),port:parsedOrNumber(l.Qu).optional().meta({description:"Port of the container to ask on. Without it, the first TCP port of `ports`.",examples:[8080]}),method:word(["GET","HEAD","POST"]).optional().meta({description:"HTTP method: GET, HEAD or POST.",default:"GET"}),headers:mapOf(l.iT,b.transform((e,t)=>read(oneLine,e,t))).optional().meta({description:"Headers to send along.",examples:[{Accept:"application/json"}]}),status:E.optional().meta({description:"Statuses that count as healthy: one, a range, or a list of them.",default:"200-399",examples:[200,"200-299",[200,204]]}),body:g.YjP().min(1).optional().meta({description:"The answer must contain this text.",examples:["healthy"]}),body_matches:parsed(l.EY).optional().meta({description:"This regular expression must match the answer. JavaScript's, with the flag `u`; `(?i:...)` ignores case.",examples:["^\\s*ok\\b"]}),json:parsed(l.Ug).optional().meta({description:"This must hold of the answer as JSON: a path, or a path compared with a value. `[*]` means each one of a list.",examples:['$.status == "healthy"',"$.checks[*].up","$.peers >= 1"]}),negative:$.optional().meta({description:"A path (or gRPC service) that cannot exist must not look healthy too. `false` for a service that answers everything on purpose.",default:true}),tcp:parsedOrNumber(l.Qu).optional().meta({description:"Instead of HTTP: this port must accept a connection.",examples:[6379]}),grpc:parsedOrNumber(l.Qu).optional().meta({description:"Instead of HTTP: the server on this port must say SERVING, in the words of gRPC's health protocol v1.",examples:[50051]}),grpc_service:parsed(l.xp).optional().meta({description:"The gRPC service that is asked for. Without it, the server as a whole.",examples:["lucid.Chain"]}),healthcheck:g.euz(true).optional().meta({description:"Instead of HTTP: the image's own HEALTHCHECK decides. Else it is a check beside this one.",examples:[true]}),command:g.YOg(g.YjP()).min(1).optional().meta({description:"Instead of HTTP: this program, run in the container without a shell, must end with 0.",examples:[["redis-cli","ping"]]}),...A})
const T=g.KCZ([parsed(l.fj),P])
var M=n(20108)
var _=n(14902)
var D=n(11655)
var I=n(23600)
const R=I.a.map(({id:e})=>e)
function checkId(e){const t=R.find(t=>t===e)
if(t!==undefined)return l.uw(t)
const n=(0,o.p)(e,R)
const s=n===undefined?"docs/verify.md lists them all":`did you mean ${(0,r.hD)(n)}?`
return l.MB({code:"catalog/unknown-check",message:`there is no check ${(0,r.hD)(e)}`,fix:s})}function parseGrowth(e){const t=/^(\d{1,4})%$/.exec(e)?.[1]
if(t!==undefined)return l.uw({kind:"share",most:Number(t)/100})
const n=l.DB(e)
if(n.ok)return l.uw({kind:"bytes",most:n.value})
const s='write it as in "25%" or "20mb"'
return l.MB({code:"catalog/size",message:`${(0,r.hD)(e)} is neither a share nor a size`,fix:s})}const N=parsed(e=>/^\/[^\0\n\r]*$/.test(e)?l.uw(e):l.MB({code:"catalog/value",message:`${(0,r.hD)(e)} is not an absolute path`,fix:'write it as in "/app/main.py"'}))
const L=g.rej({user:parsedOrNumber(l.tN).optional().meta({description:"Numeric user, or user and group, that the image must run as. Without it, 65532:65532 where it is FROM a distroless image.",examples:["65532:65532"]}),max_size:parsedOrNumber(l.DB).optional().meta({description:"Largest compressed size of the image.",examples:["200mb"]}),max_growth:parsedOrNumber(parseGrowth).optional().meta({description:"How much larger than what is published the image may be: a share of it, or a size.",default:"25%",examples:["10%"]}),labels:g.YOg(parsed((0,m.gK)("a label",/^[A-Za-z0-9][A-Za-z0-9._/-]*$/,"org.opencontainers.image.revision"))).optional().meta({description:"Labels that the image must have, filled in.",examples:[["org.opencontainers.image.revision"]]}),base:g.YOg(parsed((0,m.gK)("an image",/^[A-Za-z0-9*][A-Za-z0-9*._:/@-]*$/,"gcr.io/distroless/*"))).min(1).optional().meta({description:"Images it may be FROM, by itself or through others of this catalog. `*` stands for any text without a slash, `**` for any; `scratch` is one of them.",examples:[["gcr.io/distroless/*"]]}),files:g.YOg(N).optional().meta({description:"Paths that must be in the image.",examples:[["/app/controller/main.py"]]}),imports:g.YOg(parsed((0,m.gK)("a Python module",/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/,"controller.main"))).optional().meta({description:"Python modules that must import, tried in a container of the image without network.",examples:[["controller.main"]]}),allow:g.YOg(N).optional().meta({description:"Paths, with the wildcards of `base`, in which shells, package managers, foreign binaries and secrets are no matter.",examples:[["/opt/firmware/**"]]}),checks:mapOf(checkId,word(["error","warning","off"])).optional().meta({description:"Level of a check by its id (docs/verify.md): `error` stops the image, `warning` is only told.",examples:[{healthcheck:"off","no-shell":"error"}]})})
const C=g.KCZ([parsed(e=>{const t=v(e)
return t.ok?k(e):t}).transform(e=>({id:e,from:"env",env:e})),g.rej({id:parsed(v).meta({description:"Name by which the Dockerfile mounts it.",examples:["npm_token"]}),env:parsed(k).optional().meta({description:"Environment variable that holds it.",examples:["NPM_TOKEN"]}),file:parsed(m.Rr).optional().meta({description:"File of the repository's folder that holds it.",examples:["secrets/npm"]})}).transform(({id:e,env:t,file:n},s)=>{if(t!==undefined&&n!==undefined){const t={code:"catalog/value",message:`secret ${e} has both env and file`,fix:"keep one of them"}
s.addIssue({code:"custom",message:t.message,params:{fault:t}})
return w.tm}if(n!==undefined)return{id:e,from:"file",file:n}
return{id:e,from:"env",env:t??e}})])
const W=g.KCZ([parsed(y).transform(e=>({id:e})),g.rej({id:parsed(y).meta({description:"Name by which the Dockerfile mounts it.",examples:["github"]}),env:parsed(k).optional().meta({description:"Environment variable that holds the path of an agent's socket, or of a private key.",examples:["DEPLOY_SSH_AUTH_SOCK"]})}).transform(({id:e,env:t})=>({id:e,...t!==undefined&&{env:t}}))])
const z=g.YjP().transform((e,t)=>{const n=/^([a-z-]+):(?:\/\/)?(.*)$/s.exec(e)
switch(n?.[1]){case"target":return{kind:"service",service:read(m.qE,n[2]??"",t)}
case"docker-image":return{kind:"image",ref:read(m.F2,n[2]??"",t)}
case"http":case"https":case"git":if(/^(?:https?|git):\/\/[^\s-][^\s]*$/.test(e))return{kind:"url",url:e}}return{kind:"path",path:read(m.Rr,e,t)}})
const F=g.rej({read_only:$.optional().meta({description:"The container cannot write to its own root.",default:true}),tmpfs:g.YOg(parsed(e=>/^\/[^\s,:]*(?::[a-z0-9=,]+)?$/.test(e)?l.uw(e):l.MB({code:"catalog/value",message:`${(0,r.hD)(e)} is not a folder`,fix:'write it as in "/tmp"'}))).optional().meta({description:"Folders in memory that can be written to.",default:["/tmp"]}),cap_drop:g.YOg(parsed((0,m.gK)("a capability",/^[A-Z][A-Z_]+$/,"ALL"))).optional().meta({description:"Capabilities that are taken away.",default:["ALL"]}),no_new_privileges:$.optional().meta({description:"No program in the container gains rights over its parent.",default:true}),memory:parsedOrNumber(l.DB).optional().meta({description:"Most memory it may take.",default:"1gb",examples:["256mb"]}),pids:O.optional().meta({description:"Most processes and threads it may run.",default:512,examples:[100]})})
const H=g.rej({smoke:word(["required","advisory","off"]).optional().meta({description:"Floating tags move only after smoke (required), whatever it says (advisory), or it is not run (off).",default:"required"}),verify:word(["required","advisory"]).optional().meta({description:"A failed check of the pushed image stops it (required), or is only told (advisory).",default:"required"}),hardening:word(["required","advisory"]).optional().meta({description:"A service that is healthy only without its hardening fails (required), or passes and it is told what it needs (advisory).",default:"required"}),stop:word(["required","warn","advisory"]).transform(e=>e==="advisory"?"warn":e).optional().meta({description:"A service that does not end within `stop_grace_period` of SIGTERM passes with a warning (warn), or fails (required). `advisory` is the older word for `warn`.",default:"warn"}),version:word(["identical","relabel"]).optional().meta({description:"A release points to the very image that was built and smoked, and only its index says the version (identical), or to a copy of it whose label says the version, over the same layers (relabel).",default:"identical"})})
const ruleId=e=>{const t=M.Z.find(t=>t===e)
if(t!==undefined)return l.uw(t)
const n=(0,o.p)(e,M.Z)
const s=n===undefined?"docs/lint.md lists them all":`did you mean ${(0,r.hD)(n)}?`
return l.MB({code:"catalog/unknown-rule",message:`there is no lint rule ${(0,r.hD)(e)}`,fix:s})}
const Y=g.rej({rules:mapOf(ruleId,word(["off","note","warning","error"])).optional().meta({description:"Severity of a rule by its id (docs/lint.md), or `off`.",examples:[{"no-healthcheck":"off","mutable-base":"warning"}]})})
const B=parsed((0,m.gK)("a runner's label",/^[A-Za-z0-9][A-Za-z0-9 ._:+=/@-]{0,127}$/,"ubuntu-24.04-arm"))
const U=parsed(e=>{const t=(0,_.T)(e)
if(t===undefined)return l.uw(e)
const n=t.fix??'write it as in "type=sha,prefix=" (docs/tags.md)'
return l.MB({code:"catalog/tag-rule",message:(0,r.WU)(t.message,200),...t.why&&{why:t.why},fix:n})})
const G=parsed(e=>{const t=(0,D.w)([e])
if(!("message"in t))return l.uw(e)
const n=t.fix??'write it as in "latest=auto" or "suffix=-arm64,onlatest=true" (docs/tags.md)'
return l.MB({code:"catalog/flavor",message:(0,r.WU)(t.message,200),fix:n})})
const Z=g.YOg(parsed(m.qE)).optional().meta({description:"Services and externals that must be healthy before this one starts.",examples:[["redis"]]})
const K=mapOf(k,b).optional().meta({description:"Environment of the running container.",examples:[{LOG_LEVEL:"INFO"}]})
const V=g.YOg(parsedOrNumber(l.pz)).optional().meta({description:"Ports in Compose's short form: the container's, or the host's and the container's.",examples:[[8080,"8081:8080","53:53/udp"]]})
const q={platforms:g.YOg(parsed(l.FL)).min(1).optional().meta({description:"Platforms to build for.",default:["linux/arm64"],examples:[["linux/arm64","linux/amd64"]]}),runners:mapOf(e=>l.FL(e),g.KCZ([B,g.YOg(B).min(1)])).optional().meta({description:"Runner for each platform, in GitHub's words: a label, or a list of all that a self-hosted one must have. Without it, ubuntu-24.04-arm for linux/arm64 and ubuntu-24.04 for the others.",examples:[{"linux/arm64":["self-hosted","raspberry-pi"]}]}),ttl:parsed(l.F1).optional().meta({description:"Time-to-live: with `stale`, the image is rebuilt once in this time, whatever has changed (docs/nightly.md).",examples:["7d"]}),tags:g.YOg(U).optional().meta({description:"Rules for tags that are written once and never moved, in the words of docker/metadata-action.",default:["type=sha,prefix="],examples:[["type=sha,prefix=","type=semver,pattern={{version}}"]]}),floating:g.YOg(U).optional().meta({description:"Rules for tags that move to the new image, after smoke only.",default:["type=raw,value=latest"],examples:[["type=raw,value=latest-arm64"]]}),flavor:g.YOg(G).min(1).optional().meta({description:"What holds for all tags, in the words of docker/metadata-action: whether a floating `latest` is added, and a prefix and suffix for rules without one. Without it, no tag is given that no rule names.",examples:[["latest=auto","suffix=-arm64,onlatest=true"]]}),copies:g.YOg(parsed(template(m.Qv))).optional().meta({description:"Other names, with their registries, that each image is published under too, with the same digest and tags. Left out where another registry is asked for with `registry`.",examples:[["docker.io/acme/{{name}}"]]}),labels:mapOf((0,m.gK)("a label",/^[A-Za-z0-9][A-Za-z0-9._/-]*$/,"com.acme.team"),x).optional().meta({description:"Labels of the image. Values may use {{name}}, {{phase}} and the like.",examples:[{"com.acme.service":"{{name}}"}]}),created:word(["fixed","commit"]).optional().meta({description:"What `docker images` shows under CREATED: `fixed` is 1980-02-01 for every commit, `commit` is the commit's date. What `commit` costs is in docs/build.md.",default:"fixed",examples:["commit"]}),compression:word(["gzip","zstd"]).optional().meta({description:"How the layers that are built are packed. `zstd` is packed several times faster and a little smaller; what runs the image needs Docker 23, containerd 1.5 or newer (docs/build.md).",default:"gzip",examples:["zstd"]}),rewrite_timestamp:g.zMY().optional().meta({description:"Whether the files in layers get one date, so that a step that runs again gives the same digest. BuildKit then packs every layer again at each build, which takes seconds. The default is `true` in CI (the variable `CI` is set) and `false` elsewhere (docs/build.md).",examples:[false]}),args:mapOf((0,m.gK)("a build argument",/^[A-Za-z_][A-Za-z0-9_]*$/,"VERSION"),x).optional().meta({description:"Build arguments. Values may use {{name}}, {{phase}} and the like.",examples:[{VERSION:"1.0.0"}]}),secrets:g.YOg(C).optional().meta({description:"Build secrets: an id, read from the environment variable of that name, from another one, or from a file. In a workflow, `build-secrets` gives values for these names.",examples:[["npm_token",{id:"pip",env:"PIP_CONF"}]]}),ssh:g.YOg(W).optional().meta({description:"SSH agents that `RUN --mount=type=ssh` may use: `default` is the one of SSH_AUTH_SOCK, which `ssh-keys` starts in a workflow; any other is found by an environment variable.",examples:[["default",{id:"github",env:"DEPLOY_SSH_AUTH_SOCK"}]]}),contexts:mapOf((0,m.gK)("a context",/^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/,"shared"),z).optional().meta({description:"Named build contexts: target:SERVICE, docker-image://REFERENCE, a folder, or an http(s) or git address.",examples:[{shared:"libs/shared",base:"target:python-base"}]}),env:K,needs:Z,hardening:F.optional().meta({description:"How tightly the container is held when it is tried."}),verify:L.optional().meta({description:"What the pushed image must satisfy."}),lint:Y.optional().meta({description:"What lint makes of its rules."}),policy:H.optional().meta({description:"Which checks stand between an image and its floating tags."})}
const J=g.rej({...q,health:j.optional().meta({description:"How often and how long health checks try."})})
const Q=parsed(oneLine).optional()
const X=g.rej({title:Q.meta({description:"Name of the phase, for people.",examples:["Core Services"]}),...J.shape})
const ee=(0,m.gK)("a phase",/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/,'"1"')
const te=g.rej({phase:parsedOrNumber(ee).optional().meta({description:"The phase it belongs to: a key of `phases`.",examples:["3"]}),title:Q.meta({description:"Name of the service, for people. Without it, made of its name.",examples:["API Gateway"]}),description:parsed(someText).optional().meta({description:"What it is, in a sentence.",examples:["Entry point of all APIs"]}),planned:$.optional().meta({description:"True for a service that has no Dockerfile yet: it only counts in the progress.",default:false}),dockerfile:parsed(m.Rr).optional().meta({description:"Its Dockerfile, relative to the catalog's folder. Without it, `Dockerfile` in the context.",examples:["services/api/Dockerfile"]}),context:parsed(m.Rr).optional().meta({description:"Folder that the build sees, relative to the catalog's folder.",default:".",examples:["services/api"]}),target:parsed((0,m.gK)("a stage",/^[A-Za-z0-9][A-Za-z0-9._-]*$/,"runtime")).optional().meta({description:"Stage of the Dockerfile to build. Without it, the last.",examples:["runtime"]}),image:parsed(template(m.Qv)).optional().meta({description:"Name of the image, in place of the one that the catalog's `image` gives.",examples:["acme/api"]}),run:word(["job","never"]).optional().meta({description:"`job`: it ends by itself, its exit code is its health, and what needs it starts after that. `never`: it is not started. Without it, a service with ports or health is a server, one with only a command a worker that has to stay up, and one that is only there for others to be FROM is not started.",examples:["job"]}),command:g.YOg(g.YjP()).min(1).optional().meta({description:"What to run in its container, in place of the image's own CMD.",examples:[["alembic","upgrade","head"]]}),ports:V,health:T.optional().meta({description:"How to see that it works: a path to ask for over HTTP, or a map with a path, a TCP port or a command. Of a job or a worker, only how long it may take: `deadline`, `stable`, `stop_grace_period`.",examples:["/health",{path:"/health",body:"healthy"},{tcp:6379}]}),...q})
const ne=g.rej({image:parsed(m.F2).meta({description:"The image to run.",examples:["mongo:7"]}),command:g.YOg(g.YjP()).min(1).optional().meta({description:"What to run in it, in place of the image's own command.",examples:[["mongod","--quiet"]]}),run:word(["job"]).optional().meta({description:"It ends by itself, and what needs it starts after that, as for a service.",examples:["job"]}),env:K,ports:V,health:T.optional().meta({description:"How to see that it works, as for a service.",examples:[{tcp:27017}]}),needs:Z})
const se=g.rej({version:g.euz(1).meta({description:"Version of this format: 1."}),project:parsed((0,m.gK)("a project",/^[a-z0-9][a-z0-9_-]{0,62}$/,"lucid")).meta({description:"Name of the project: lower case, digits, dashes.",examples:["lucid"]}),registry:parsed(m.l5).optional().meta({description:"Registry that images are pushed to, perhaps with a path that all share.",default:"docker.io",examples:["ghcr.io/acme"]}),image:parsed(template(m.Qv)).optional().meta({description:"Name of each image below the registry. May use {{name}}, {{phase}} and {{project}}.",default:"{{name}}",examples:["acme/lucid-{{name}}"]}),network:g.rej({name:parsed((0,m.gK)("a network",/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/,"lucid-net")).optional().meta({description:"Its name. Without it, the project's.",examples:["lucid-pi-network"]}),subnet:parsed(l.Fg).optional().meta({description:"Its addresses.",examples:["172.20.0.0/16"]})}).optional().meta({description:"Network that the services share when they run."}),defaults:J.optional().meta({description:"Settings of all services. A phase and a service may override each of them."}),phases:mapOf(ee,X).optional().meta({description:"Groups of services in the order of the plan, by id. Each may have settings of its own.",examples:[{1:{title:"Base"}}]}),services:mapOf(m.qE,te).meta({description:"What is built, by name.",examples:[{api:{context:"services/api",ports:[8080],health:"/health"}}]}),externals:mapOf(m.qE,ne).optional().meta({description:"What services need when they run but is not built here, by name.",examples:[{mongo:{image:"mongo:7",health:{tcp:27017}}}]})}).meta({title:"Lucid service catalog, version 1",description:"Says what the services of a repository are."})
var ie=n(98439)
var oe=n(29396)
let re
function catalogJsonSchema(){re??=ie.bl(se,{target:"draft-07",io:"input",reused:"inline",override:({zodSchema:e,jsonSchema:t})=>{const n=oe.fd.get(e)
if(n?.default!==undefined)t.default=n.default
if(n?.examples!==undefined)t.examples=n.examples}})
return re}function allowedKeys(e){let t=[catalogJsonSchema()]
for(const n of e)t=t.flatMap(e=>alternatives(e)).flatMap(e=>below(e,n))
return t.flatMap(alternatives).flatMap(({properties:e})=>Object.keys(e??{}))}function keyHome(e){const t=[[[],"the top of the file"],[["services","x"],"a service"],[["defaults"],"`defaults`, a phase or a service"],...["network","defaults.hardening","defaults.verify","defaults.policy"].map(e=>[e.split("."),`\`${e.replace("defaults.","")}\``]),[["services","x","health"],"`health`"]]
return t.find(([t])=>allowedKeys(t).includes(e))?.[1]}function alternatives(e){return e.anyOf===undefined?[e]:e.anyOf.flatMap(alternatives)}function below({properties:e,additionalProperties:t,items:n},s){if(typeof s==="number")return n===undefined?[]:[n]
const i=e!==undefined&&Object.hasOwn(e,s)?e[s]:t
return typeof i==="object"?[i]:[]}const ae={version:1,project:"project",services:{},image:"scratch"}
function validate({value:e,locate:t},n){const s=isObject(e)?e.version:undefined
if(s!==undefined&&s!==1){const e=`version ${(0,r.hD)(String(s))} of the catalog is not known`
const i={code:"catalog/version",message:e,fix:"write `version: 1`, or use a newer release"}
n.add(i,t(["version"],"value"))
return undefined}const i=se.safeParse(e)
if(i.success)return i.data
for(const s of i.error.issues)if(!n.full)report(s,e,t,n)
if(n.full)return undefined
let o=structuredClone(e)
for(let e=i.error.issues,t=0;t<8;t++){o=withoutWrong(o,e)
const t=se.safeParse(o)
if(t.success)return t.data
e=t.error.issues}return undefined}function report(e,t,n,s,i=[]){const o=[...i,...e.path]
const r=valueAt(t,o)
if(r===undefined&&e.code!=="custom"){s.add(missing(o),n(o,"value"),o)
return}switch(e.code){case"unrecognized_keys":for(const t of e.keys){if(s.full)return
s.add(unknownKey(t,o,r),n([...o,t],"key"),[...o,t])}return
case"invalid_union":{const i=branchesOf(e).filter(e=>!e.some(isOtherType))
if(i.length===1){for(const e of i[0]??[])report(e,t,n,s,o)
return}s.add(wrongType([...new Set(expectedOf(e))],r),n(o,"value"),o)
return}case"invalid_type":s.add(wrongType(expectedOf(e),r),n(o,"value"),o)
return
case"custom":{const t=e.params
const i=t?.fault??{code:"catalog/value",message:e.message}
s.add(i,n(o,t?.at??"value"),o)
return}default:s.add({code:"catalog/value",...describe(e)},n(o,"value"),o)}}function describe(e){switch(e.code){case"too_small":if(e.origin==="array")return{message:"an empty list",fix:"write at least one, or leave the key out"}
if(e.origin==="string")return{message:"an empty text",fix:"write something, or leave the key out"}
return{message:`a number below ${e.minimum}`,fix:`write ${e.minimum} or more`}
case"too_big":return{message:`more than ${e.maximum}`,fix:`write ${e.maximum} or less`}
case"invalid_value":return{message:`not ${(0,r.gP)(e.values.map(String))}`}
default:return{message:(0,r.WU)(e.message)}}}const ce={...{environment:"env",depends_on:"needs",dependencies:"needs",build_args:"args",healthcheck:"health"},...{port:"ports",expose:"ports",platform:"platforms",file:"dockerfile",tag:"tags",label:"labels"},...{build_contexts:"contexts",additional_contexts:"contexts",stage:"target",subnets:"subnet",url:"path"}}
function unknownKey(e,t,n){const s="catalog/unknown-key"
const i=`unknown key ${(0,r.hD)(e)}`
if(e==="<<")return{code:s,message:i,why:"merge keys are not part of YAML 1.2",fix:"use `defaults` and `phases` instead"}
const a=allowedKeys(t)
const c=a.filter(e=>!isObject(n)||!Object.hasOwn(n,e))
const l=ce[e.replaceAll("-","_")]
const d=l!==undefined&&a.includes(l)?l:(0,o.p)(e,c)??(0,o.p)(e,a)
if(d!==undefined)return{code:s,message:i,fix:`did you mean ${(0,r.hD)(d)}?`}
const u=keyHome(e)
if(u!==undefined)return{code:s,message:i,fix:`it belongs under ${u}`}
return{code:s,message:i,fix:a.length>0?`known here: ${a.join(", ")}`:"remove it"}}function missing(e){const t=(0,r.WU)(String(e.at(-1)??""))
return{code:"catalog/missing-key",message:`${(0,r.hD)(t)} is missing`,fix:`add \`${t}:\``}}function wrongType(e,t){const n="catalog/type"
const s=typeName(t)
const i=`${s} where ${(0,r.gP)(e)} is wanted`
if(t===null)return{code:n,message:i,fix:"write a value, or leave the key out"}
if(typeof t==="number"||typeof t==="boolean")return e.includes("a text")?{code:n,message:i,fix:`write it in quotes: "${t}"`}:{code:n,message:i}
if(typeof t==="string"&&e.includes("true or false"))return{code:n,message:i,fix:"write true or false, in lower case and without quotes"}
if(typeof t==="string"&&e.some(e=>e.endsWith("number")))return{code:n,message:i,fix:"write a plain decimal number without quotes, without a zero before it"}
if(e.includes("a list"))return{code:n,message:i,fix:"write it in brackets, [ ], or one item a line after a dash"}
return{code:n,message:i}}function typeName(e){if(e===null)return"nothing"
if(Array.isArray(e))return"a list"
if(typeof e==="string")return`the text ${(0,r.hD)(e)}`
if(typeof e==="object")return"a map"
return typeof e==="boolean"?String(e):`the number ${e}`}const le={...{string:"a text",number:"a number",int:"a whole number",boolean:"true or false",array:"a list"},...{object:"a map",record:"a map"}}
function expectedOf(e){if(e.code==="invalid_union")return branchesOf(e).flat().flatMap(expectedOf)
return e.code==="invalid_type"?[le[e.expected]??e.expected]:[]}function isOtherType(e){if(e.path.length>0)return false
if(e.code==="invalid_union")return branchesOf(e).every(e=>e.some(isOtherType))
return e.code==="invalid_type"}function branchesOf(e){return e.errors}function valueAt(e,t){let n=e
for(const e of t){if(typeof n!=="object"||n===null||!Object.hasOwn(n,e))return undefined
n=n[e]}return n}function withoutWrong(e,t){const n=new Set
const s=t.flatMap(e=>{const t=e.path
return e.code==="unrecognized_keys"?e.keys.map(e=>[...t,e]):[t]})
let i=isObject(e)?e:{}
for(const e of s){const t=valueAt(i,e.slice(0,-1))
const s=e.at(-1)
if(s===undefined)i={}
else if(Array.isArray(t))n.add(JSON.stringify(e.slice(0,-1)))
else if(isObject(t)){delete t[String(s)]
const n=e.length===1||s==="image"?ae[String(s)]:undefined
if(n!==undefined&&!(e.length===3&&e[0]==="services"))t[String(s)]=n}}for(const e of n){const t=JSON.parse(e)
const n=new Set(s.filter(t=>JSON.stringify(t.slice(0,-1))===e).map(e=>e.at(-1)))
const o=valueAt(i,t)
if(Array.isArray(o))o.splice(0,o.length,...o.filter((e,t)=>!n.has(t)))}return i}function isObject(e){return typeof e==="object"&&e!==null&&!Array.isArray(e)}var de=n(38815)
const ue=1024*1024
const fe=25e4
const he=64
class Unfit extends Error{fault
offset
constructor(e,t){super(e.message)
this.fault=e
this.offset=t}}function*readTokens(e){const t={code:"catalog/too-large",message:"the catalog is too large",fix:"split it"}
if(e.length>ue)throw new Unfit(t,0)
const n=(0,r.tO)(e.replace(/^\ufeff/," "))
if(n!==undefined)throw new Unfit(illegalCharacter(e.slice(n,n+2)),n)
const s=new de.iX
const i=new Depth
let o=0
let a=0
for(const n of(new de.JG).lex(e)){if(++o>fe)throw new Unfit(t,a)
const e=pe.has(n)?0:n.length
if(i.after(n,e)>he)throw new Unfit({code:"catalog/too-deep",message:`nested more than ${he} levels deep`},a)
a+=e
yield*s.next(n)}yield*s.end()}const pe=new Set(["\x02","\x18","\x1f"])
class Depth{#o=0
#r=0
#a=0
#c=true
#l=[]
after(e,t){const n=e.lastIndexOf("\n")
if(e==="["||e==="{")this.#o++
else if(e==="]"||e==="}")this.#o--
else if(e==="-"||e==="?"||e===":")this.#r++
if(this.#c&&this.#o===0&&t>0&&!/^\s*(?:#|$)/.test(e)){while((this.#l.at(-1)??-1)>=this.#a)this.#l.pop()
this.#l.push(this.#a)
this.#c=false}if(n<0)this.#a+=t
else{this.#a=t-n-1
this.#r=0
this.#c=true}return Math.max(this.#o,this.#l.length,this.#o===0?this.#r:0)}}function illegalCharacter(e){if(e.startsWith("\ufffd"))return{code:"catalog/character",message:"the file is not UTF-8 here",fix:"save it as UTF-8"}
const t=`a character that one cannot see, ${(0,r.yb)(e)}`
return{code:"catalog/character",message:t,why:"it can make a text read as another one",fix:"remove it"}}const me=2e4
function readYaml(e,t,n){const s=new de.HN
addLines(s,t)
const place=t=>{const{line:n,col:i}=s.linePos(t)
return{file:e,line:Math.max(1,n),column:Math.max(1,i)}}
const stop=(e,t)=>{n.add(e,place(t))
return undefined}
let i
try{i=compose(t)}catch(e){if(e instanceof Unfit)return stop(e.fault,e.offset)
throw e}for(const{code:e,message:s,pos:o}of[...i.errors,...i.warnings]){n.add(syntaxFault(e,s),place(Math.min(o[0],t.length)))}if(i.errors.length>0)return undefined
if(i.contents===null||(0,de.jn)(i.contents)&&i.contents.value===null)return stop({code:"catalog/empty",message:"the catalog is empty",fix:"start with `version: 1`"},0)
const o=new Reader(n,e=>place(e.range?.[0]??0))
const r=o.read(i.contents)
return{value:r,locate:locator(i.contents,o,place)}}function compose(e){const t=new de.Dk({schema:"core",version:"1.2",uniqueKeys:false})
const{stackTraceLimit:n}=Error
Error.stackTraceLimit=0
let s
try{s=[...t.compose(readTokens(e),true,e.length)]}finally{Error.stackTraceLimit=n}const[i,o]=s
if(i===undefined)throw new TypeError("the composer gave no document")
if(o!==undefined)i.errors.push(new de.XT([o.range[0],o.range[0]],"MULTIPLE_DOCS","a second document"))
return i}class Reader{aliases=new Map
#d=new Map
#u=new Set
#f
#h
#p=0
#m=0
constructor(e,t){this.#f=e
this.#h=t}read(e){if(e===null)return null
if((0,de.Vj)(e))return this.#g(e,e.source)
if(this.#p>0)this.#m++
const t=e.anchor
if(t!==undefined&&this.#p===0)this.#d.set(t,e)
if((0,de.jn)(e))return this.#w(e)
this.#u.add(e)
const n=(0,de.jh)(e)?this.#k(e):(0,de.oP)(e)?this.#y(e.items):undefined
this.#u.delete(e)
return n}#w(e){const t=typeof e.value==="string"&&e.type==="QUOTE_DOUBLE"?(0,r.tO)(e.value):undefined
if(t!==undefined)this.#v(illegalCharacter(String(e.value).slice(t)),e)
return plain(e.value,e.type==="PLAIN"?e.source:undefined)}#y(e){return e.map(e=>this.read((0,de.tO)(e)?null:e))}#k(e){const t={}
const n=new Map
for(const{key:s,value:i}of e.items){const e=keyText(s)
const o=s
if((0,de.jn)(s))this.#w(s)
if(e===undefined){this.#v({code:"catalog/key",message:"a key must be a plain word",fix:"put the key in quotes"},o)
continue}const a=n.get(e)
if(a!==undefined){const{line:t}=this.#h(a)
const n="the first one would be lost without a word"
const s=`duplicate key ${(0,r.WU)(e)}, first in line ${t}`
this.#v({code:"catalog/duplicate-key",message:s,why:n,fix:"remove or rename one"},o)
continue}n.set(e,o)
if(e==="__proto__"){this.#v({code:"catalog/key",message:"__proto__ cannot be a key",fix:"choose another name"},o)
continue}t[e]=this.read(i)}return t}#g(e,t){const n=this.#d.get(t)
if(n===undefined){this.#v({code:"catalog/alias",message:`alias *${(0,r.WU)(t)} has no anchor before it`},e)
return null}this.aliases.set(e,n)
if(this.#u.has(n)){this.#v({code:"catalog/alias",message:`alias *${(0,r.WU)(t)} contains itself`},e)
return null}if(this.#m>me)return null
this.#p++
const s=this.read(n)
this.#p--
if(this.#m>me&&this.#p===0){const t="the aliases of this file stand for too much"
const n="use `defaults` and `phases` in place of anchors"
this.#v({code:"catalog/alias",message:t,fix:n},e)}return s}#v(e,t){if(this.#p===0)this.#f.add(e,this.#h(t))}}function plain(e,t){if(typeof e==="bigint")return t??String(e)
if((typeof e==="number"||typeof e==="boolean")&&t!==undefined)return String(e)===t?e:t
return e}function keyText(e){if(!(0,de.jn)(e))return undefined
if(typeof e.value==="string")return e.value
return e.value===null?undefined:e.source??String(e.value)}function locator(e,{aliases:t},n){const s=new Map
const entries=e=>{const t=s.get(e)
if(t!==undefined)return t
const n=new Map
for(const{key:t,value:s}of e.items){const e=keyText(t)
if(e!==undefined&&!n.has(e))n.set(e,{key:t,value:s})}s.set(e,n)
return n}
return(s,i)=>{let o=e
let r=start(e,0)
for(const[e,n]of s.entries()){if(o!==null&&(0,de.Vj)(o))o=t.get(o)??null
let a
let c
if(o!==null&&(0,de.jh)(o)){const e=entries(o).get(String(n));[a,c]=[e?.key,e?.value]}else if(o!==null&&(0,de.oP)(o)){c=o.items[Number(n)]}if(a===undefined&&c===undefined)break
const l=a!==undefined&&(i==="key"||c==null||!hasText(c))&&e===s.length-1
r=l?start(a,r):start(c,start(a,r))
o=c??null}return n(r)}}const start=(e,t)=>e?.range?.[0]??t
function hasText(e){return e.range===undefined||e.range===null||e.range[1]>e.range[0]}function addLines(e,t){e.addNewLine(0)
for(let n=t.indexOf("\n");n>=0;n=t.indexOf("\n",n+1))e.addNewLine(n+1)}function syntaxFault(e,t){const n=t.split("\n",1)[0]??t
const s={TAB_AS_INDENT:["a tab at the start of a line","indent with spaces"],MULTIPLE_DOCS:["a second document begins here","keep one catalog in a file, without `---` lines between"],TAG_RESOLVE_FAILED:[`a tag that means nothing here: ${(0,r.WU)(n)}`,"remove the tag"]}
const[i,o]=s[e]??[`not YAML: ${(0,r.WU)(n)}`,undefined]
return{code:"catalog/syntax",message:i,...o&&{fix:o}}}function loadCatalog({file:e,text:t,root:n,host:s,registry:i}){const o=new Problems
const r=i===undefined?undefined:(0,m.l5)(i)
if(r?.ok===false)o.add({...r.fault,message:`option registry: ${r.fault.message}`},undefined)
const a=readYaml(e,t,o)
const c=a===undefined?undefined:validate(a,o)
if(a===undefined||c===undefined)return o.fail()
const l=asWritten(a)
checkRelations(c,l,o)
const d={host:s,...r?.ok===true&&{registry:r.value}}
const u=resolve(c,d,l,o)
if(!o.empty)o.fail()
return{version:1,file:e,root:n,...u}}function asWritten({value:e,locate:t}){const at=t=>{let n=e
for(const e of t)n=typeof n==="object"&&n!==null?n[e]:undefined
return n}
const names=e=>new Set(Object.keys(at([e])??{}))
const n={services:names("services"),externals:names("externals"),phases:names("phases")}
return{locate:t,names:e=>n[e],list:e=>{const t=at(e)
return Array.isArray(t)?t:[]}}}}),27766:((e,t,n)=>{n.d(t,{p2:()=>p.p,Z7:()=>isPredefined,SS:()=>namesCommand,oB:()=>nodeAt,Je:()=>normalPlatform,Ai:()=>parseDockerfile,wo:()=>parseIgnore,bq:()=>readMounts,AL:()=>selectFiles,dY:()=>subtree,Gc:()=>toTree,$w:()=>traceInputs})
const s="\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
const i=new RegExp(`^[${s}]+`)
const o=new RegExp(`^[${s}]$`)
const isSpace=e=>o.test(e)
const trimStart=e=>e.replace(i,"")
const trim=e=>trimEnd(trimStart(e))
function trimEnd(e){let t=e.length
while(t>0&&isSpace(e[t-1]??""))t--
return e.slice(0,t)}const withoutMark=e=>e.startsWith("\ufeff")?e.slice(1):e
function cleanPath(e){const t=e.startsWith("/")
const n=[]
for(const s of e.split("/")){if(s===""||s===".")continue
if(s!=="..")n.push(s)
else if(n.length>0&&n.at(-1)!=="..")n.pop()
else if(!t)n.push(s)}return(t?"/":"")+n.join("/")||(t?"/":".")}function contextParts(e){return cleanPath(`/${e}`).split("/").filter(Boolean)}const r=/[\t\v\f\r ]+/
function splitInstruction(e,t){const n=trim(e)
const s=r.exec(n)
if(s===null)return{keyword:n,flags:[],rest:""}
const i=n.slice(0,s.index)
const{words:o,rest:a}=leadingFlags(n.slice(s.index+s[0].length),t)
return{keyword:i,flags:o.map(toFlag),rest:trim(a)}}function toFlag(e){const t=e.indexOf("=")
return t<0?{name:e.slice(2)}:{name:e.slice(2,t),value:e.slice(t+1)}}function leadingFlags(e,t){const n=[]
let s=0
for(;;){while(s<e.length&&isSpace(e[s]??""))s++
if(!e.startsWith("--",s))return{words:n,rest:e.slice(s)}
const{word:i,end:o}=flagWord(e,s,t)
s=o
if(i==="--")return{words:n,rest:e.slice(s)}
n.push(i)}}function flagWord(e,t,n){let s=""
let i
let o=t
for(;o<e.length;o++){const t=e[o]??""
if(i===undefined&&isSpace(t))break
if(i===undefined&&(t==="'"||t==='"'))i=t
else if(t===i)i=undefined
else if(t===n)s+=e[++o]??""
else s+=t}return{word:s,end:o}}function splitAtSpaces(e){return e===""?[]:e.split(r)}function jsonWords(e){const t=trim(e)
if(!t.startsWith("["))return undefined
let n
try{n=JSON.parse(t)}catch{return undefined}if(!Array.isArray(n))return undefined
return n.every(e=>typeof e==="string")?n:"mixed"}function quotedWords(e,t){const n=[]
let s=""
let i
let o=false
for(let r=0;r<e.length;r++){const a=e[r]??""
if(i===undefined&&isSpace(a)){if(o)n.push(s)
s=""
o=false
continue}o=true
if(a===t&&i!=="'"){const t=e[++r]
if(t!==undefined)s+=a+t
continue}if(i===undefined&&(a==="'"||a==='"'))i=a
else if(a===i)i=undefined
s+=a}if(o&&s!=="")n.push(s)
return n}function keyValues(e,t,n){const s=quotedWords(e,n)
const i=s[0]
if(i===undefined)return`${t} requires at least one argument`
if(!i.includes("=")){const n=r.exec(e)
if(n===null)return`${t} must have two arguments`
return[{key:e.slice(0,n.index),value:e.slice(n.index+n[0].length)}]}const o=[]
for(const e of s){const n=e.indexOf("=")
if(n<0)return`can't find = in "${e}"; it must be of the form name=value`
if(n===0)return`${t} names can not be blank`
o.push({key:e.slice(0,n),value:e.slice(n+1)})}return o}function csvFields(e){const t=[]
let n=e
for(;;){const e=/^(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/.exec(n)
if(e===null)return undefined
t.push(e[1]?.replaceAll('""','"')??e[2]??"")
if(e[3]==="")return t
n=n.slice(e[0].length)}}const a={type:"type",from:"from",source:"source",src:"source",target:"target",dst:"target",destination:"target",id:"id"}
function readMounts(e){if(e.keyword!=="RUN")return[]
const t=[]
for(const{name:n,value:s}of e.flags){if(n!=="mount")continue
const e=csvFields(s??"")
if(e===undefined)return undefined
const i={type:"bind",source:"",target:""}
for(const t of e){const e=t.indexOf("=")
if(e<0)continue
const n=a[t.slice(0,e).toLowerCase()]
if(n!==undefined)i[n]=t.slice(e+1)}t.push(i)}return t}var c=n(85465)
var l=n(94958)
class SubstitutionError extends Error{}function expand(e,t){const n=new Lexer(e,t)
const{value:s,words:i}=n.until(undefined,n.keep)
return{value:s,words:i,unset:n.unset,unknown:n.unknown}}class Words{word=""
list=[]
add(e){for(const t of e){if(!isSpace(t))this.word+=t
else this.end()}}addRaw(e){this.word+=e}end(){if(this.word!=="")this.list.push(this.word)
this.word=""}}class Lexer{unset=new Set
unknown=new Set
keep
chars
options
at=0
constructor(e,t){this.chars=[...e]
this.options=t
this.keep=t.quotes==="keep"}until(e,t){let n=""
const s=new Words
const i=this.options.text==="plain"
for(;;){const o=this.chars[this.at]
if(o===undefined){if(e!==undefined)throw new SubstitutionError(`syntax error: missing '${e}'`)
s.end()
return{value:n,words:s.list}}if(o===e){this.at++
s.end()
return{value:n,words:s.list}}if(o==="$"){const e=this.dollar()
n+=e
s.add(e)}else if(!i&&(o==="'"||o==='"')){const e=o==="'"?this.singleQuoted():this.doubleQuoted(t)
n+=e
s.addRaw(e)}else if(o===this.options.escape){const e=this.chars[this.at+1]??""
this.at+=2
const i=(t?o:"")+e
n+=i
s.addRaw(i)}else{this.at++
n+=o
s.add(o)}}}singleQuoted(){const e=this.chars.indexOf("'",this.at+1)
if(e<0)throw new SubstitutionError("unexpected end of statement while looking for matching single-quote")
const t=this.chars.slice(this.at+1,e).join("")
this.at=e+1
return this.keep?`'${t}'`:t}doubleQuoted(e){let t=this.keep?'"':""
this.at++
for(;;){const n=this.chars[this.at]
if(n===undefined)throw new SubstitutionError("unexpected end of statement while looking for matching double-quote")
if(n==='"'){this.at++
return this.keep?`${t}"`:t}if(n==="$"){t+=this.dollar()
continue}this.at++
if(n!==this.options.escape){t+=n
continue}if(e)t+=n
const s=this.chars[this.at]
if(s===undefined)continue
if(s==='"'||s==="$"||s===this.options.escape){this.at++
t+=s}else t+=n}}dollar(){this.at++
if(this.chars[this.at]!=="{"){const e=this.name()
if(e==="")return"$"
return this.keep?`$${e}`:this.valueOf(e)}this.at++
const e=this.chars[this.at]
if(e===undefined)throw new SubstitutionError("syntax error: missing '}'")
if(e==="{"||e==="}"||e===":")throw new SubstitutionError("syntax error: bad substitution")
const t=this.name()
const n=this.chars[this.at++]
if(n==="}")return this.keep?`\${${t}}`:this.valueOf(t)
if(n==="/")return this.replace(t)
const s=n===":"
const i=s?this.chars[this.at++]:n
if(i===undefined)throw new SubstitutionError("syntax error: missing '}'")
if(!"+-?#%".includes(i))throw new SubstitutionError(`unsupported modifier (${s?":":""}${i}) in substitution`)
const o=this.until("}",i==="#"||i==="%").value
if(this.keep)return`\${${t}${s?":":""}${i}${o}}`
return this.modify(t,i,o,s?"null-is-unset":"null-is-set")}modify(e,t,n,s){const i=this.find(e)
const o=i.kind==="set"?i.value:""
const r=i.kind!=="set"||o===""&&s==="null-is-unset"
if(t==="-")return r?n:o
if(t==="+")return r?"":n
if(t==="?"){if(i.kind==="unknown"||!r)return o
const t=i.kind==="unset"?"is not allowed to be unset":"is not allowed to be empty"
throw new SubstitutionError(`${e}: ${n||t}`)}const a=n.startsWith(t)
const c=a?n.slice(1):n
if(t==="#")return o.slice(shellPattern(c,a?"long":"short","^","").exec(o)?.[0].length??0)
const l=shellPattern(c,"long","^","$")
const d=Array.from({length:o.length+1},(e,t)=>a?t:o.length-t)
const u=d.find(e=>l.test(o.slice(e)))
return u===undefined?o:o.slice(0,u)}replace(e){const t=this.chars[this.at]==="/"
if(t)this.at++
const n=this.until("/",true).value
const s=this.until("}",true).value
if(this.keep)return`\${${e}/${n}/${s}}`
const i=this.valueOf(e)
const o=shellPattern(n,"long","","",t?"gs":"s")
return i.replace(o,()=>s)}valueOf(e){const t=this.find(e)
return t.kind==="set"?t.value:""}find(e){const t=this.options.lookup(e)
if(t.kind==="unset")this.unset.add(e)
if(t.kind==="unknown")this.unknown.add(e)
return t}name(){const e=this.chars[this.at]??""
if(/^[@*#?\-$!]$/.test(e)){this.at++
return e}const t=/^\d$/.test(e)?/^\d$/:/^[\p{L}\p{Nd}_]$/u
let n=""
for(let s=e;t.test(s);s=this.chars[this.at]??""){n+=s
this.at++}return n}}function shellPattern(e,t,n,s,i="s"){let o=""
const r=[...e]
for(let e=0;e<r.length;e++){const n=r[e]??""
if(n==="*")o+=t==="long"?".*":".*?"
else if(n==="?")o+="."
else if(n==="\\"){const t=r[e+1]
if(t==="}"||t==="/")continue
if(t!=="*"&&t!=="?"&&t!=="\\")throw new SubstitutionError(`invalid escape '\\${t??""}'`)
o+=`\\${t}`
e++}else o+=n.replace(/[[\]{}.+()|^$]/,"\\$&")}return new RegExp(n+o+s,i)}const d=new Set(["escape","syntax","check"])
const isComment=e=>trimStart(e).startsWith("#")
class LineReader{directives
problems=[]
escape
lines
continuation
at=0
constructor(e){const t=withoutMark(e).split("\n")
if(t.at(-1)==="")t.pop()
this.lines=t
this.directives=this.readDirectives()
const n=this.directives.find(({name:e})=>e==="escape")?.value
this.escape=n==="`"?"`":"\\"
this.continuation=this.escape==="`"?/(?<!`)`[ \t]*$/:/(?<!\\)\\[ \t]*$/}readDirectives(){const e=[]
for(const[t,n]of this.lines.entries()){const s=/^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/.exec(trimStart(stripEnd(n)))
const i=s?.[1]?.toLowerCase()
if(i===undefined||!d.has(i))break
const o={name:i,value:s?.[2]??"",line:t+1}
if(e.some(e=>e.name===i))this.problems.push({message:`only one ${i} parser directive can be used`,line:o.line})
if(i==="escape"&&!["`","\\"].includes(o.value))this.problems.push({message:`invalid escape token '${o.value}', it must be \` or \\`,line:o.line})
e.push(o)}return e}next(){let e=[]
for(;this.at<this.lines.length;this.at++){const t=trimStart(stripEnd(this.lines[this.at]??""))
if(t.startsWith("#")){const n=trim(t.slice(1))
if(n==="")e=[]
else e.push(n)}else if(t!=="")break}if(this.at>=this.lines.length)return undefined
const t=this.at
let{text:n,open:s}=this.cut(trimStart(stripEnd(this.lines[this.at++]??"")))
while(s&&this.at<this.lines.length){const e=stripEnd(this.lines[this.at++]??"")
if(isComment(e)||trimStart(e)==="")continue
const t=this.cut(e)
n+=t.text
s=t.open}const i=this.lines.slice(t,this.at).map(stripEnd).join("\n")
return{text:n,line:t+1,endLine:this.at,raw:i,comments:e}}cut(e){const t=this.continuation.exec(e)
return t===null?{text:e,open:false}:{text:e.slice(0,t.index),open:true}}body(e,t){let n=""
for(let s=this.at;s<this.lines.length;s++){const i=this.lines[s]??""
const o=stripEnd(i)
if((t?o.replace(/^\t+/,""):o)===e){this.at=s+1
return{content:t?n.replace(/^\t+/gm,""):n,endLine:this.at}}n+=`${i}\n`}this.at=this.lines.length
return undefined}}const stripEnd=e=>e.replace(/\r+$/,"")
const u={escape:"\\",lookup:()=>({kind:"unset"})}
function heredocStart(e){const t=/^\d*<<(-?)\s*([^<]+)$/.exec(e)
if(t===null)return undefined
try{const e=expand(t[2]??"",{...u,lookup:keepName}).words
const n=expand(t[2]??"",{...u,quotes:"keep"}).words
if(e.length!==1||n.length!==1)return undefined
const quotes=e=>e.replace(/[^'"]/g,"").length
return{name:e[0]??"",chomp:t[1]==="-",expand:quotes(e[0]??"")===quotes(n[0]??"")}}catch{return undefined}}const keepName=e=>({kind:"set",value:`$${e}`})
function heredocStarts(e){if(!e.includes("<<"))return[]
try{const{words:t}=expand(e,{...u,quotes:"keep"})
return t.flatMap(e=>heredocStart(e)??[])}catch{return[]}}const f={ADD:{shape:"list",flags:"chown chmod link? keep-git-dir? checksum unpack? exclude*"},ARG:{shape:"names",flags:""},CMD:{shape:"command",flags:""},COPY:{shape:"list",flags:"chown from chmod link? exclude* parents?"},ENTRYPOINT:{shape:"command",flags:""},ENV:{shape:"pairs",flags:""},EXPOSE:{shape:"words",flags:""},FROM:{shape:"words",flags:"platform"},HEALTHCHECK:{shape:"health",flags:"interval timeout start-period start-interval retries"},LABEL:{shape:"pairs",flags:""},MAINTAINER:{shape:"text",flags:""},ONBUILD:{shape:"trigger",flags:""},RUN:{shape:"command",flags:"mount* network security device*"},SHELL:{shape:"command",flags:""},STOPSIGNAL:{shape:"text",flags:""},USER:{shape:"text",flags:""},VOLUME:{shape:"list",flags:""},WORKDIR:{shape:"text",flags:""}}
const h=Object.keys(f)
function parseInstruction(e,t){const{keyword:n,flags:s,rest:i}=splitInstruction(e,t)
const o=n.toUpperCase()
const r={keyword:o,written:n,flags:s,rest:i,args:[],pairs:[],form:"shell"}
const a=f[o]
if(a===undefined)return{...r,unclear:`${n} is not an instruction this version knows`}
const c=checkFlags(s,a.flags)
if(c!==undefined&&"message"in c)return c.message
const l=c===undefined?r:{...r,unclear:`${o} ${c.unclear}`}
if(i===""&&o!=="RUN"&&o!=="CMD"&&o!=="ENTRYPOINT")return`${o} requires at least one argument`
switch(a.shape){case"pairs":{const e=keyValues(i,o,t)
return typeof e==="string"?e:{...l,pairs:e}}case"names":return{...l,pairs:quotedWords(i,t).map(toPair)}
case"text":return{...l,args:[i]}
case"words":return o==="FROM"?checkFrom({...l,args:splitAtSpaces(i)}):{...l,args:splitAtSpaces(i)}
case"trigger":return checkTrigger(l,t)
case"health":return parseHealth(l)
case"list":case"command":{const e=jsonWords(i)
if(e==="mixed")return"when using JSON array syntax, arrays must be comprised of strings only"
if(e!==undefined)return checkList({...l,args:e,form:"json"})
if(o==="SHELL")return"SHELL requires the arguments to be in JSON form"
const t=a.shape==="list"?splitAtSpaces(i):i===""?[]:[i]
return checkList({...l,args:t})}default:return a.shape}}function toPair(e){const t=e.indexOf("=")
return t<0?{key:e}:{key:e.slice(0,t),value:e.slice(t+1)}}function checkFlags(e,t){const n=new Map(t.split(" ").map(e=>[e.replace(/[*?]$/,""),e.at(-1)]))
const s=new Set
let i
for(const{name:o,value:r}of e){if(!n.has(o)||o===""){if(t==="")return{message:`unknown flag: --${o}`}
i??=`has the flag --${o}, which this version does not know`
continue}const e=n.get(o)
if(s.has(o)&&e!=="*")return{message:`duplicate flag specified: --${o}`}
if(r===undefined&&e!=="?"||r===""&&e==="?")return{message:`missing a value on flag: --${o}`}
if(e==="?"&&r!==undefined&&!/^(true|false)$/i.test(r))return{message:`expecting boolean value for flag --${o}, not: ${r}`}
s.add(o)}return i===undefined?undefined:{unclear:i}}function checkFrom(e){const[,t,n]=e.args
if(e.args.length===1)return e
if(e.args.length!==3||t?.toLowerCase()!=="as")return"FROM requires either one or three arguments"
if(!/^[a-z][a-z0-9-_.]*$/.test(n?.toLowerCase()??""))return`invalid name for build stage: "${n}", name can't start with a number or contain symbols`
return e}function checkList(e){if(e.keyword!=="COPY"&&e.keyword!=="ADD")return e
if(e.args.length<2)return`${e.keyword} requires at least two arguments, but only one was provided: the destination is missing`
return heredocStart(e.args.at(-1)??"")===undefined?e:`${e.keyword} cannot accept a heredoc as a destination`}function checkTrigger(e,t){if(/^ONBUILD(?:\s|$)/i.test(e.rest))return"chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed"
const n=parseInstruction(e.rest,t)
if(typeof n==="string")return n
if(n.keyword==="FROM"||n.keyword==="MAINTAINER")return`${n.keyword} isn't allowed as an ONBUILD trigger`
return n.unclear===undefined?e:{...e,unclear:n.unclear}}function parseHealth(e){const[,t="",n=""]=/^(\S+)\s*(.*)$/s.exec(e.rest)??[]
if(t.toUpperCase()==="NONE")return n===""?e:"HEALTHCHECK NONE takes no arguments"
if(t.toUpperCase()!=="CMD")return`unknown type "${t}" in HEALTHCHECK (try CMD)`
const s=jsonWords(n)
if(s==="mixed")return"when using JSON array syntax, arrays must be comprised of strings only"
if(n===""||s?.length===0)return"missing command after HEALTHCHECK CMD"
return s===undefined?{...e,args:[n]}:{...e,args:s,form:"json"}}function takesHeredocs(e,t){if(e.keyword==="ONBUILD"){const n=parseInstruction(e.rest,t)
return typeof n!=="string"&&takesHeredocs(n,t)}return["ADD","COPY","RUN"].includes(e.keyword)&&e.form==="shell"}function parseDockerfile(e,t){const n=new LineReader(e)
const s=[]
const report=(e,n,i)=>s.push({code:"dockerfile/syntax",message:e,at:{file:t,line:n},...i!==undefined&&{fix:i}})
for(const{message:e,line:t}of n.problems)report(e,t)
const i=n.directives.find(({name:e})=>e==="syntax")
const o=[]
for(let e=n.next();e!==undefined;e=n.next()){const t=parseInstruction(e.text,n.escape)
if(typeof t==="string"){report(t,e.line)
continue}if(!h.includes(t.keyword)&&i===undefined){const n=(0,l.p)(t.keyword,h)
report(`unknown instruction: ${t.written}`,e.line,n&&`did you mean ${n}?`)
continue}const s=takesHeredocs(t,n.escape)?readHeredocs(n,e,report):[]
const r=s.at(-1)?.endLine??e.endLine
o.push({...t,heredocs:s,line:e.line,endLine:r,raw:e.raw,comments:e.comments})}const{globals:r,stages:a}=toStages(o,s.length>0?()=>{}:report)
if(o.length===0&&s.length===0)report("the Dockerfile holds no instructions",1)
else if(a.length===0&&s.length===0)report("the Dockerfile holds no FROM, so there is nothing to build",1)
if(s.length>0)throw new c.yo(s)
return{file:t,text:e,escape:n.escape,directives:n.directives,globals:r,stages:a,instructions:o}}function readHeredocs(e,t,n){const s=[]
for(const{name:i,chomp:o,expand:r}of heredocStarts(t.text)){const a=e.body(i,o)
if(a===undefined){n(`unterminated heredoc: no line "${i}" follows`,t.line)
break}s.push({name:i,expand:r,line:t.line,...a})}return s}function toStages(e,t){const n=[]
const s=[]
for(const i of e){const e=s.at(-1)
if(i.keyword==="FROM"){const[e="",,t]=i.args
const n=i.flags.find(e=>e.name==="platform")?.value
s.push({index:s.length,from:e,line:i.line,instruction:i,instructions:[],...t!==undefined&&{name:t.toLowerCase()},...n!==undefined&&n!==""&&{platform:n}})}else if(e!==undefined)e.instructions.push(i)
else if(i.keyword==="ARG")n.push(i)
else t(`${i.keyword} before the first FROM: only ARG may stand there`,i.line)}return{globals:n,stages:s}}var p=n(90933)
var m=n(9489)
const g=new WeakMap
function toTree(e){if("entry"in e)return e
const t=g.get(e)
if(t!==undefined)return t
const n=e instanceof Map?[...e.values()]:e
const s=isWhole(n)?n:whole(n)
const i=new Folder(s,"",folder(""),0,s.length)
g.set(e,i)
return i}class Folder{name
entry
list
from
to
found
constructor(e,t,n,s,i){this.list=e
this.name=t
this.entry=n
this.from=s
this.to=i}get below(){return this.list.slice(this.from,this.to)}get children(){this.found??=this.look()
return this.found}look(){const{list:e,to:t}=this
const n=this.entry.path===""?0:this.entry.path.length+1
const s=new Map
for(let i=this.from;i<t;){const t=e[i]
const o=t.path.indexOf("/",n)
const r=o<0?undefined:s.get(t.path.slice(n,o))
if(r instanceof Folder)i=r.to
else{const e=t.path.slice(n)
i++
s.set(e,t.kind==="dir"?this.folder(e,t,i):{name:e,entry:t,...w})}}return s}folder(e,t,n){const s=firstFrom(this.list,`${t.path}/`,n,this.to)
return new Folder(this.list,e,t,s,firstFrom(this.list,t.path+k,s,this.to))}}const w={children:undefined,below:[]}
const k="0"
function firstFrom(e,t,n,s){const isBefore=n=>e[n].path<t
let[i,o]=[n,1]
while(i+o<=s&&isBefore(i+o-1)){i+=o
o*=2}let r=Math.min(s,i+o-1)
while(i<r){const e=i+r>>>1
if(isBefore(e))i=e+1
else r=e}return i}const folder=e=>({path:e,kind:"dir",executable:false})
function isWhole(e){const t=new Set([""])
let[n,s]=["",""]
for(const{path:i,kind:o}of e){if(i<=n)return false
n=i
if(!(0,m.O)(i,s)){s=(0,m.g)(i)
if(!t.has(s))return false}if(o==="dir")t.add(i)}return true}function whole(e){const t=new Map(e.filter(({path:e})=>e!=="").map(e=>[e.path,e]))
for(const{path:n}of e)for(let e=(0,m.g)(n);e!=="";e=(0,m.g)(e))if(t.get(e)?.kind!=="dir")t.set(e,folder(e))
return[...t.values()].sort((e,t)=>e.path<t.path?-1:1)}function nodeAt(e,t){let n=toTree(e)
for(const e of t.split("/")){if(e===""||e===".")continue
n=n?.children?.get(e)}return n}function subtree(e,t){const n=nodeAt(e,t)
return n?.children===undefined?undefined:n}function hasWildcards(e){for(let t=0;t<e.length;t++){const n=e[t]
if(n==="\\")t++
else if(n==="*"||n==="?"||n==="[")return true}return false}function globRegex(e){let t="^"
const n=[...e]
for(let e=0;e<n.length;e++){const s=n[e]??""
if(s==="*")t+=t.endsWith("[^/]*")?"":"[^/]*"
else if(s==="?")t+="[^/]"
else if(s==="\\"){const s=n[++e]
if(s===undefined)return undefined
t+=quote(s)}else if(s==="["){const s=charClass(n,e+1)
if(s===undefined)return undefined
t+=s.regex
e=s.end}else t+=quote(s)}return new RegExp(`${t}$`,"su")}const isGlob=e=>globRegex(e)!==undefined
function charClass(e,t){let n=t
const s=e[n]==="^"
if(s)n++
const i=[]
const take=()=>{const t=e[n++]
if(t===undefined||t==="-"||t==="]")return undefined
return t==="\\"?e[n++]:t}
while(i.length===0||e[n]!=="]"){const t=take()
if(t===undefined)return undefined
let s=t
if(e[n]==="-"){n++
const e=take()
if(e===undefined)return undefined
s=e}const o=(t.codePointAt(0)??0)<=(s.codePointAt(0)??0)
i.push(o?`${inClass(t)}-${inClass(s)}`:"")
if(n>=e.length)return undefined}const o=i.join("")
if(o==="")return{regex:s?"[^]":"[]",end:n}
return{regex:`[${s?"^":""}${o}]`,end:n}}const quote=e=>/[\\^$.*+?()[\]{}|/]/.test(e)?`\\${e}`:e
const inClass=e=>/[\\^\][-]/.test(e)?`\\${e}`:e
function toPattern(e){const t=trim(e)
if(t==="")return"empty"
const n=cleanPath(t)
const s=n.startsWith("!")
const i=s?n.slice(1):n
if(i===""||!isGlob(i))return undefined
const o=matcher(i)
return o&&{text:i,negated:s,matches:o}}const y=/[^a-zA-Z0-9]|[dDsSwWbBfnrtv]/
const v={a:"\\x07",A:"(?<![\\s\\S])",z:"(?![\\s\\S])"}
function matcher(e){let t="^"
let n="exact"
const s=[...e]
for(let e=0;e<s.length;e++){const i=s[e]??""
const o=e===0
if(i==="*"&&s[e+1]==="*"){e++
if(s[e+1]==="/")e++
if(e+1>=s.length){if(n==="exact")n="prefix"
else{t+=".*"
n="regex"}}else{t+="(.*/)?"
n="regex"}if(o)n="suffix"}else if(i==="*"||i==="?"){t+=i==="*"?"[^/]*":"[^/]"
n="regex"}else if(i==="\\"){const i=s[++e]??""
const o=y.test(i)?`\\${i}`:v[i]
if(o===undefined)return undefined
t+=o
n="regex"}else if(i==="["||i==="]"){t+=i
n="regex"}else t+=/[.+()$]/.test(i)?`\\${i}`:i}if(n==="exact")return t=>t===e
if(n==="prefix")return t=>t.startsWith(e.slice(0,-2))
if(n==="suffix"){const t=e.slice(2)
return e=>e.endsWith(t)||t.startsWith("/")&&e===t.slice(1)}try{const e=new RegExp(`${t}$`)
return t=>e.test(t)}catch{return undefined}}class PatternSet{patterns
takesBack
constructor(e){this.patterns=e
this.takesBack=e.some(({negated:e})=>e)}test(e,t){let n=false
const s=this.patterns.map((s,i)=>{let o=t?.[i]??false
if(!o&&s.negated===n)o=s.matches(e)
if(o)n=!s.negated
return o})
return{matched:n,verdicts:s}}matches(e,t){let n=false
for(const[s,i]of this.patterns.entries()){const o=(t?.[s]??false)||i.negated===n&&i.matches(e)
if(o)n=!i.negated}return n}mayTakeBack(e){if(!this.takesBack)return false
const t=`${e}/`
return this.patterns.some(({text:e,negated:n})=>{if(!n)return false
const s=e.replace(/(\/\*\*)$/,"")
return/[*[\]?^\\]/.test(s)||`${s}/`.startsWith(t)})}mayReach(e,t){return this.patterns.some(({text:n,negated:s})=>s===(t==="negated")&&mayMatchBelow(n,e))}}function mayMatchBelow(e,t){const n=e.split("/")
for(const[e,s]of t.split("/").entries()){const t=n[e]
if(t===undefined||t.includes("**"))return true
if(!(globRegex(t)?.test(s)??true))return false}return true}function parseIgnore(e,t){const n=[]
const s=[]
const i=[]
for(const[o,r]of withoutMark(e).split("\n").entries()){if(r.startsWith("#"))continue
const e=trim(r)
if(e==="")continue
const a=e.startsWith("!")
const c=a?trim(e.slice(1)):e
const l=c===""?"":rootless(cleanPath(c))
const d=toPattern((a?"!":"")+l)
if(d==="empty")continue
if(d===undefined){n.push({code:"dockerfile/ignore-pattern",message:l===""?`illegal exclusion pattern: "!"`:`malformed pattern: ${e}`,at:{file:t,line:o+1},fix:l===""?"write the pattern right after the !":"close every [ and put a \\ before a character that is meant as such"})
continue}s.push(d)
i.push(o+1)}if(n.length>0)throw new c.yo(n)
return{file:t,...toIgnore(s),lines:i}}const b={...toIgnore([]),lines:[]}
function toIgnore(e){const t=new PatternSet(e)
return{patterns:t,ignores:e=>testWithParents(t,e)}}function testWithParents(e,t){let n={matched:false,verdicts:undefined}
for(let s=t.indexOf("/");;s=t.indexOf("/",s+1)){n=e.test(s<0?t:t.slice(0,s),n.verdicts)
if(s<0)return n.matched}}const rootless=e=>e.length>1&&e.startsWith("/")?e.slice(1):e
const x=255
const isUnknown=({entry:e})=>e.obstacle==="submodule"
const $=new WeakMap
function viewOf(e,t){const n=$.get(e)??new WeakMap
$.set(e,n)
const s=n.get(t)??new ContextView(e,t)
n.set(t,s)
return s}class ContextView{root
ignore
skip
folders=new Map
whole=new Map
partly=new Map
names
constructor(e,t){this.root=e
this.ignore=t
this.skip=e.entry.path===""?0:e.entry.path.length+1}path(e){return e.entry.path.slice(this.skip)}verdict(e,t){if(e===this.root||t===undefined)return{matched:false,verdicts:undefined}
const n=this.folders.get(e)
if(n!==undefined)return n
const s=this.ignore.patterns.test(this.path(e),this.folders.get(t)?.verdicts)
this.folders.set(e,s)
return s}visible(e,t){if(e.children===undefined)return!this.ignore.patterns.matches(this.path(e),this.folders.get(t)?.verdicts)
const{matched:n}=this.verdict(e,t)
if(!n)return true
if(isUnknown(e))return this.ignore.patterns.mayReach(this.path(e),"negated")
const s=this.partly.get(e)
if(s!==undefined)return s
const i=this.ignore.patterns.mayTakeBack(this.path(e))&&[...e.children.values()].some(t=>this.visible(t,e))
this.partly.set(e,i)
return i}follow(e){const t=[]
let n
let s=[this.root]
const i=e.map(e=>({name:e})).reverse()
for(let e=i.pop();e!==undefined;e=i.pop()){if(e.name===""||e.name===".")continue
if(e.name===".."){if(s.length===1)n??=e.link
else s.pop()
continue}const o=s.at(-1)??this.root
if(isUnknown(o))return{kind:"unknown",folder:o.entry,links:t}
const r=o.children?.get(e.name)
if(r===undefined)return{kind:"missing",links:t,...n&&{outside:n}}
if(!this.visible(r,o))return{kind:"ignored",links:t,...this.hider(r,o),...n&&{outside:n}}
if(r.entry.kind!=="symlink"){s.push(r)
continue}if(t.length>=x)return{kind:"loop",links:t}
t.push(r.entry)
const a=r.entry.target??""
if(a.startsWith("/")){n??=r.entry
s=[this.root]}i.push(...a.split("/").map(e=>({name:e,link:r.entry})).reverse())}const o=s.at(-1)??this.root
if(isUnknown(o))return{kind:"unknown",folder:o.entry,links:t}
return{kind:"found",node:o,links:[...new Set(t)]}}hider(e,t){const{verdicts:n}=this.ignore.patterns.test(this.path(e),this.folders.get(t)?.verdicts)
const s=n.lastIndexOf(true)
const i=this.ignore.patterns.patterns[s]
if(i===undefined)return{}
return{by:`${this.ignore.file??"the ignore file"}:${this.ignore.lines[s]??""} (${i.text})`}}glob(e){const t=e.findIndex(hasWildcards)
const n=this.follow(e.slice(0,t))
if(n.kind!=="found")return undefined
const s=this.path(n.node).split("/").filter(Boolean)
const i=e.slice(t)
const o=i.some(e=>e.includes("["))?this.globAnywhere(n.node,i.join("/")):this.globByPart(n.node,i)
return o.map(e=>[...s,...e])}globByPart(e,[t,...n]){if(isUnknown(e))return[[]]
const s=globRegex(t??"")
const i=[]
for(const t of e.children?.values()??[]){if(!s?.test(t.name)||!this.visible(t,e))continue
if(n.length===0)i.push([t.name])
else i.push(...this.globByPart(t,n).map(e=>[t.name,...e]))}return i}globAnywhere(e,t){const n=globRegex(t)
const s=[]
const walk=(e,i)=>{for(const o of e.children?.values()??[]){if(!this.visible(o,e))continue
const r=[...i,o.name]
if(n?.test(r.join("/")))s.push(r)
else if(isUnknown(o)&&mayMatchBelow(t,r.join("/")))s.push(r)
else walk(o,r)}}
walk(e,[])
return s}folder(e){let t=this.root
for(const n of e)t=t?.children?.get(n)
return t?.children===undefined?[]:[t.entry]}below(e,t,n){if(e.children===undefined)return[e.entry]
const s=(t===undefined||t.patterns.length===0)&&n===undefined
const i=s?this.whole.get(e):undefined
if(i!==undefined)return i
const o=s&&this.ignore.patterns.patterns.length===0?e.below:this.pick(e,t,n)
if(s)this.whole.set(e,o)
return o}pick(e,t,n){const s=[]
const i=e.entry.path===""?0:e.entry.path.length+1
const o=[t?.patterns.length?{set:t,want:false}:[],n?{set:n,want:true}:[]].flat()
this.collect(e,s,i,o,o.map(()=>undefined))
return s.sort((e,t)=>e.path<t.path?-1:e.path>t.path?1:0)}collect(e,t,n,s,i){let o=false
const r=this.folders.get(e)?.verdicts
for(const a of e.children?.values()??[]){const c=a.entry.path.slice(n)
if(a.children===undefined){if(this.ignore.patterns.matches(this.path(a),r))continue
if(s.some(({set:e,want:t},n)=>e.matches(c,i[n])!==t))continue
t.push(a.entry)
o=true
continue}const{matched:l}=this.verdict(a,e)
if(isUnknown(a)){if(!this.visible(a,e))continue
const n=s.every(({set:e,want:t},n)=>e.test(c,i[n]).matched===t||e.mayReach(c,t?"plain":"negated"))
if(n)t.push(a.entry)
o||=n
continue}if(l&&!this.ignore.patterns.mayTakeBack(this.path(a)))continue
const d=s.map(({set:e},t)=>e.test(c,i[t]))
const u=!l&&s.every(({want:e},t)=>d[t]?.matched===e)
t.push(a.entry)
const f=this.collect(a,t,n,s,d.map(({verdicts:e})=>e))
if(!f&&!u)t.pop()
o||=f||u}return o}byName(){if(this.names!==undefined)return this.names
const e=new Map
const walk=t=>{for(const n of t.children?.values()??[]){if(!this.visible(n,t))continue
const s=n.name.toLowerCase()
const i=e.get(s)
if(i===undefined)e.set(s,[this.path(n)])
else i.push(this.path(n))
walk(n)}}
walk(this.root)
this.names=e
return e}}function meantPath(e,t){const n=t.at(-1)
if(n===undefined)return undefined
const s=e.byName().get(n.toLowerCase())??[]
const i=[...s].sort((e,n)=>shared(n,t)-shared(e,t)||e.length-n.length||(e<n?-1:1))[0]
return i??alike(e,t.slice(0,-1),n)}function shared(e,t){const[n,s]=[e.split("/").reverse(),[...t].reverse()]
const i=n.findIndex((e,t)=>e!==s[t])
return i<0?n.length:i}function alike(e,t,n){const s=e.follow(t)
if(s.kind!=="found")return undefined
const i=(0,l.p)(n,s.node.children?.keys()??[])
const o=e.path(s.node)
return i===undefined||o===""?i:`${o}/${i}`}function selectFiles(e,t,n,{context:s=""}={}){const i=viewOf(toTree(t),n??b)
const o=[]
const r=e.inputs.filter(e=>e.context===s).map(t=>({input:t,entries:selectInput(t,i,e.file,o)}))
return{inputs:r,problems:o}}function selectInput(e,t,n,s){const i=[]
const o=toPatterns(e.excludes)
const report=t=>s.push({...t,at:{file:n,line:e.line}})
if(o===undefined)report({code:"dockerfile/source-pattern",message:`${e.label}: malformed pattern in --exclude`})
for(const n of e.sources){const s=e.kind==="mount"||!hasWildcards(n)
if(!s&&globRegex(n)===undefined){report({code:"dockerfile/source-pattern",message:`${e.label}: malformed pattern "${n}"`})
continue}if(e.parents)i.push(...withParents(n,t,o,report))
else{const e=s?[contextParts(n)]:expandGlob(n,t,report)
for(const r of e)i.push(...bring(r,n,s,t,o,report))
if(!s)i.push(e.flatMap(e=>t.folder(e)))}}const[r]=i
if(i.length<=1)return checked(r??[],report)
const a=new Map(i.flat().map(e=>[e.path,e]))
return checked([...a.values()].sort((e,t)=>e.path<t.path?-1:1),report)}function bring(e,t,n,s,i,o){const r=s.follow(e[0]===".git"?[".git"]:e)
if(r.kind==="found"){const e=s.below(r.node,i)
return r.links.length===0?[e]:[r.links,e]}if(r.kind==="unknown")return[r.links,[r.folder]]
if(r.kind==="loop")o({code:"dockerfile/link-loop",message:`${t}: too many symbolic links, they lead to each other`})
else if(r.outside!==undefined)o({code:"dockerfile/link-outside",message:`${r.outside.path} is a symbolic link that leaves the build context (-> ${r.outside.target})`,fix:"copy what it points at into the context, or make the context larger"})
else if(r.kind==="ignored")o({code:"dockerfile/ignored-source",message:`${t} is left out of the build context${r.by===undefined?"":` by ${r.by}`}`,fix:`add the line !${e.join("/")} to the ignore file, or take the pattern out`})
else if(n){const n=meantPath(s,e)
o({code:"dockerfile/missing-source",message:`${t} does not exist in the build context`,...n!==undefined&&{fix:`did you mean ${n}?`}})}return[r.links]}function expandGlob(e,t,n){const s=contextParts(e)
const i=t.glob(s)
if(i!==undefined)return i
const o=s.slice(0,s.findIndex(hasWildcards))
const r=bring(o,o.join("/"),true,t,undefined,n).flat()
return r.some(({obstacle:e})=>e==="submodule")?[o]:[]}function withParents(e,t,n,s){const i=e.indexOf("/./")
const o=i<0?"/":e.slice(0,i)
const r=contextParts(i<0?e:e.slice(i+3)).join("/")
const a=toPatterns([r])
const c=hasWildcards(o)?expandGlob(o,t,s):[contextParts(o)]
const l=[]
for(const e of c){const i=t.follow(e)
if(i.kind!=="found"){l.push(...bring(e,o,!hasWildcards(o),t,n,s))
continue}l.push(i.links,t.below(i.node,n,r===""?undefined:a))}const d=!hasWildcards(e)
if(d&&l.every(e=>e.length===0))l.push(...bring(contextParts(e),e,true,t,n,s))
return l}function toPatterns(e){const t=e.map(toPattern).filter(e=>e!=="empty")
const n=t.filter(e=>e!==undefined)
return n.length===t.length?new PatternSet(n):undefined}const O={submodule:{code:"dockerfile/submodule",is:"a submodule that is not checked out",why:"its folder is empty here, and so it would be in the image",fix:"check it out: `submodules: recursive` of actions/checkout, or `git submodule update --init --recursive`; or name it in the ignore file"},"lfs-pointer":{code:"dockerfile/lfs-pointer",is:"the pointer of a file of Git LFS, and not the file",why:"the image would hold the pointer's three lines",fix:"get the file: `lfs: true` of actions/checkout, or `git lfs pull`; or name it in the ignore file"},"skipped-converted":{code:"dockerfile/not-checked-out",is:"left out by the sparse checkout",why:"by .gitattributes or core.autocrlf, a checkout writes other bytes than git's object holds, so that the object does not tell what the image would hold",fix:"add it to the sparse checkout: `git sparse-checkout add FOLDER`"},name:{code:"dockerfile/file-name",is:"a file whose name is not UTF-8",why:"BuildKit takes no such name",fix:"rename it, or name it in the ignore file"}}
const S=3
function checked(e,t){const n=new Map
for(const{kind:s,path:i,unreadable:o,obstacle:r}of e)if(r!==undefined){if(r!=="skipped")n.set(r,[...n.get(r)??[],i])}else if(o!==undefined)t({code:"dockerfile/unreadable",message:`${i} cannot be read`,why:o})
else if(s==="other")t({code:"dockerfile/special-file",message:`${i} is neither a file nor a folder nor a link`,fix:"delete it, or name it in the ignore file"})
for(const[e,s]of n){const{is:n,...i}=O[e]
const o=s.length-S
const r=`${s.slice(0,S).join(", ")}${o>0?` and ${o} more`:""}`
t({...i,message:`${r}: ${n}`})}return e}const A={ports:[],labels:{},env:{}}
function withInstruction(e,t,n){const{keyword:s,args:i,form:o,line:r}=t
const a=i[0]??""
const c={value:{form:o,words:i},line:r}
switch(s){case"USER":return{...e,user:{value:n(a),line:r}}
case"WORKDIR":{const t=n(a)
const s=e.workdir?.value??"/"
return{...e,workdir:{value:t.startsWith("/")?t:`${s.replace(/\/$/,"")}/${t}`,line:r}}}case"SHELL":return{...e,shell:{value:i,line:r}}
case"CMD":return{...e,cmd:c}
case"ENTRYPOINT":return{...e,entrypoint:c}
case"HEALTHCHECK":{const t=i.length===0?"none":o==="json"?"exec":"shell"
return{...e,healthcheck:{value:{kind:t,words:i},line:r}}}case"EXPOSE":return{...e,ports:[...e.ports,...i.flatMap(e=>toPorts(n(e))).map(e=>({value:e,line:r}))]}
case"LABEL":case"ENV":{const i=t.pairs.map(({key:e,value:t})=>[n(e),{value:n(t??""),line:r}])
const o=s==="LABEL"?"labels":"env"
return{...e,[o]:{...e[o],...Object.fromEntries(i)}}}default:return e}}function toPorts(e){const t=/^(?:.*:)?(\d+)(?:-(\d+))?(?:\/(tcp|udp))?$/i.exec(e)
const n=Number(t?.[1])
const s=Number(t?.[2]??t?.[1])
if(t===null||s<n||s>65535)return[]
const i=t[3]?.toLowerCase()==="udp"?"udp":"tcp"
return Array.from({length:s-n+1},(e,t)=>({port:n+t,protocol:i}))}const j=/^(?:python[\d.]*|pypy[\d.]*|node|nodejs|bun|deno|java|jshell|ruby|irb|perl|php|lua|erl|iex|ghci|dotnet|sh|bash|ash|dash|zsh|busybox|tini|dumb-init|catatonit|docker-entrypoint\.sh)$/
function namesCommand({entrypoint:e,cmd:t}){const n=[e,t].flatMap(e=>{const{form:t,words:n}=e?.value??{form:"json",words:[]}
return t==="shell"?n.flatMap(e=>e.trim().split(/\s+/)):n})
return n.some(e=>!e.startsWith("-")&&!j.test(e.slice(e.lastIndexOf("/")+1)))}function sourceKind(e){const t=/^https?:\/\/[^#?]*/i.exec(e)
if(t!==null)return t[0].endsWith(".git")?"git":"http"
if(/^(?:git|ssh):\/\//i.test(e))return"git"
return/^[a-zA-Z0-9-_]+@[a-zA-Z0-9-.]+:.+/.test(e)?"git":"local"}function isPinned(e,t,n){if(n!==undefined&&n!=="")return true
return t==="git"&&/[#?&](?:[^#]*=)?[0-9a-f]{40}(?:[0-9a-f]{24})?(?:[:&]|$)/.test(e)}function writtenSources(e){return e.args.slice(0,-1).filter(e=>heredocStart(e)===undefined)}const flagValue=(e,t)=>e.flags.find(({name:e})=>e===t)?.value
const flagValues=(e,t)=>e.flags.flatMap(({name:e,value:n})=>e===t&&n!==undefined?[n]:[])
const flagOn=(e,t)=>e.flags.some(({name:e,value:n})=>e===t&&n?.toLowerCase()!=="false")
class Notes{inputs=[]
images=[]
named=[]
urls=[]
secrets=new Set
ssh=new Set
declared=new Set
wholeContext=[]
unset=[]
steps=[]
volatile=[]
problems=[]
file
constructor(e){this.file=e}problem(e,t,n,s){const i={file:this.file,line:n}
this.problems.push({code:e,message:t,at:i,...s!==undefined&&{fix:s}})}unclear(e,t){this.wholeContext.push({reason:e,line:t})}}function entire(e,t,n,s,i){return{kind:e,label:t,context:n,sources:["/"],excludes:[],parents:false,oneMode:false,line:s,stage:i}}class Taker{graph
reader
notes
platform
constructor(e,t,n,s){this.graph=e
this.reader=t
this.notes=n
this.platform=s}copy(e,t,n){const{keyword:s,line:i}=e
const o=writtenSources(e)
if(o.length===0)return
const r=s==="COPY"?flagValue(e,"from"):undefined
const a=r===undefined||r===""?"":this.takesFrom(e,r,n)
if(a===undefined)return
const c=[]
for(const i of o){const o=this.reader.path(t,i,e,n)
if(o===undefined){if(a!=="")c.push("/")
continue}const r=s==="ADD"?sourceKind(o):"local"
if(r==="local")c.push(o)
else this.url(e,r,o,t,n)}if(c.length===0)return
this.notes.inputs.push({kind:s==="ADD"?"add":"copy",label:[s,...a===""?[]:[`--from=${r}`],...c].join(" "),context:a,sources:c,excludes:flagValues(e,"exclude"),parents:flagOn(e,"parents"),oneMode:/^[0-7]{3,4}$/.test(flagValue(e,"chmod")??""),line:i,stage:n})}url(e,t,n,s,i){const o=flagValue(e,"checksum")
const r=o===undefined?undefined:this.reader.read(s,o,e,i)
const a=isPinned(n,t,r)
this.notes.urls.push({kind:t,url:n,pinned:a,line:e.line,stage:i,...r!==undefined&&{checksum:r}})}mounts(e,t,n){const s=readMounts(e)
const{line:i}=e
if(s===undefined){this.notes.unclear("RUN --mount could not be read",i)
return}for(const o of s){const s=o.from??""
const r=s===""?"":this.takesFrom(e,s,n)
const a=this.reader.read(t,o.type,e,n)?.toLowerCase()
const text=s=>this.reader.read(t,s,e,n)??s
if(a==="secret")this.notes.secrets.add(text(o.id||o.source||o.target.replace(/^.*\//,"")))
else if(a==="ssh")this.notes.ssh.add(text(o.id||o.source||"default"))
else if(a!==undefined&&!["bind","cache","tmpfs"].includes(a))this.notes.unclear(`RUN --mount=type=${a} is not a mount this version knows`,i)
else if(r!==undefined&&(a==="bind"||a==="cache"&&s!=="")){const a=this.reader.path(t,o.source,e,n)??""
const c=["RUN --mount",...s===""?[]:[`from=${s}`],a||"."].join(" ")
this.notes.inputs.push({...entire("mount",c,r,i,n),sources:[a||"/"]})}else if(a===undefined)this.notes.unclear(`RUN --mount=type=${o.type} is not known`,i)}}takesFrom(e,t,n){const{keyword:s,line:i}=e
const o=s==="COPY"?"COPY":"RUN"
if(t.includes("$")){const e="give the image a stage of its own: FROM with a variable is allowed"
this.notes.problem("dockerfile/from",`${s} from=${t}: variables are not expanded here`,i,e)
return undefined}const r=this.graph.origin(t,n,o==="COPY"?"allowed":"not allowed")
if(typeof r==="string")this.notes.problem("dockerfile/from",`${s} from=${t}: ${r}`,i)
else if(r.kind==="image")this.notes.images.push({ref:r.ref,platform:"target",platformName:this.platform,use:o,line:i,stage:n})
else if(r.kind==="named"){this.notes.named.push({name:r.name,ref:r.ref,use:o,line:i,stage:n})
return r.name}return undefined}}class Scope{values
open
declared
carried
constructor(e,t,n){this.values=new Map(e)
this.open=t==="open"
this.declared=new Set(n?.declared)
this.carried=new Map(n?.carried)}child(){return new Scope(this.values,this.open?"open":"closed",this)}get(e){return this.values.get(e)??{kind:this.open?"unknown":"unset"}}known(){return Object.fromEntries([...this.values].flatMap(([e,t])=>t.kind==="set"?[[e,t.value]]:[]))}sets(e){return this.values.has(e)}declares(e){return this.declared.has(e)}declare(e){this.declared.add(e)}set(e,t,n=new Set){this.values.set(e,t)
this.carried.set(e,n)}volatileIn(e=this.carried.keys()){return new Set([...e].flatMap(e=>[...this.carried.get(e)??[]]))}}function expandIn(e,t,n,s={}){try{const lookup=t=>e.get(t)
return{kind:"expanded",...expand(t,{escape:n,lookup:lookup,...s})}}catch(e){if(e instanceof SubstitutionError)return{kind:"wrong",message:e.message}
throw e}}function showIn(e,t,n){const lookup=t=>{const n=e.get(t)
return n.kind==="unknown"?{kind:"set",value:`\${${t}}`}:n}
try{return expand(t,{escape:n,lookup:lookup}).value}catch(e){if(e instanceof SubstitutionError)return t
throw e}}function toVariable(e){if(e.kind==="wrong"||e.unknown.size>0)return{kind:"unknown"}
return{kind:"set",value:e.value}}function argValue({key:e,value:t},{args:n,volatile:s},i,o){if(s.has(e))return{kind:"unknown"}
if(Object.hasOwn(n,e))return{kind:"set",value:n[e]??""}
if(t!==undefined)return o(t)
const r=i?.get(e)
return r?.kind==="unset"?undefined:r}const E=["HTTP_PROXY","HTTPS_PROXY","FTP_PROXY","NO_PROXY","ALL_PROXY"]
const P=["PLATFORM","OS","OSVERSION","ARCH","VARIANT"].flatMap(e=>[`TARGET${e}`,`BUILD${e}`])
const T=new Set([...E,...E.map(e=>e.toLowerCase()),...P,"TARGETSTAGE","SOURCE_DATE_EPOCH"])
const isPredefined=e=>T.has(e)||e.startsWith("BUILDKIT_")
function platformVariables(e,t,n,{args:s}){const i=new Map([...of("TARGET",e),...of("BUILD",t)])
i.set("TARGETSTAGE",{kind:"set",value:n})
for(const e of i.keys())if(Object.hasOwn(s,e))i.set(e,{kind:"set",value:s[e]??""})
return i}function of(e,t){const n=["PLATFORM","OS","ARCH","VARIANT","OSVERSION"].map(t=>e+t)
if(t===undefined)return n.map(e=>[e,{kind:"unknown"}])
const s=normalPlatform(t)
const[i="",o="",r=""]=s.split("/")
return[s,i,o,r,""].map((e,t)=>[n[t]??"",{kind:"set",value:e}])}function normalPlatform(e){const t=e.toLowerCase().split("/")
const[n="linux",s="",i]=t.length===1?["linux",...t]:t
const o={aarch64:"arm64",x86_64:"amd64",armhf:"arm"}[s]??s
if(o==="arm64"&&(i==="v8"||i==="8"))return`${n}/${o}`
if(o==="amd64"&&i==="v1")return`${n}/${o}`
if(o==="arm"&&i===undefined)return`${n}/arm/v7`
return[n,o,i].filter(e=>e!==undefined&&e!=="").join("/")}const M=/^[\w.-]+(?:\/[\w.-]+){0,2}$/
function resolveStages(e,t,n,s){const i=new Map
const toOrigin=e=>{if(e==="scratch")return{kind:"scratch"}
const t=(0,p.p)(e)
return n.has(t)?{kind:"named",name:t,ref:e}:{kind:"image",ref:e}}
const o=e.stages.map(o=>{const read=(n,i)=>{const r=expandIn(t,n,e.escape)
if(r.kind==="wrong")s.problem(`${i} ${n}: ${r.message}`,o.line)
else if(r.unknown.size>0&&i!=="FROM")return""
else if(r.unknown.size>0)s.unclear(`${i} ${n}: the value of ${[...r.unknown].join(", ")} is not known`,o.line)
else if(r.value==="")s.problem(`${i} ${n} comes to nothing: ${[...r.unset].join(", ")} is not set`,o.line)
return r.kind==="wrong"?"":r.value}
const r=read(o.from,"FROM")
const a=o.platform===undefined?undefined:read(o.platform,"FROM --platform")
if(a!==undefined&&a!==""&&!M.test(a))s.problem(`FROM --platform=${o.platform}: ${a} is not a platform`,o.line)
const c=i.get(r)
const l=i.has(r.toLowerCase())
if(c===undefined&&r!==""&&!(0,p.A)(r))s.problem(`FROM ${r}: that is not an image reference`,o.line,l?`write ${r.toLowerCase()}: names of stages are kept in lower case`:undefined)
const d=o.name!==undefined&&n.has(o.name)
const u=d?{kind:"named",name:o.name??"",ref:o.name??""}:c!==undefined?{kind:"stage",stage:c}:toOrigin(r)
if(o.name!==undefined)i.set(o.name,o.index)
return{stage:o,base:u,...a!==undefined&&{platform:a}}})
return{stages:o,origin:(e,t,n)=>{const s=n==="allowed"&&/^[+-]?\d+$/.test(e)?Number(e):i.get(e.toLowerCase())
if(s===undefined)return(0,p.A)(e)?toOrigin(e):"that is not an image reference, nor a stage"
if(s<0||s>=o.length)return`there is no stage ${e}`
if(s===t)return`stage ${e} takes from itself`
if(s>t)return`stage ${e} comes later: it has to be defined before it is used`
return{kind:"stage",stage:s}},find:e=>e===undefined?o.length-1:i.get(e.toLowerCase())}}function reachable(e,t,n){const s=new Set
const visit=t=>{if(s.has(t))return
s.add(t)
const i=e.stages[t]?.base
if(i?.kind==="stage")visit(i.stage)
for(const e of n(t))visit(e)}
visit(t)
return[...s].sort((e,t)=>e-t)}function fromNames(e,t){const n=e.flags.find(({name:e})=>e==="from")?.value
if(e.keyword==="COPY")return n===undefined||n===""?[]:[n]
return t.flatMap(e=>e.from===undefined||e.from===""?[]:[e.from])}class Reader{escape
buildArgs
notes
constructor(e,t,n){this.escape=e
this.buildArgs=t
this.notes=n}read(e,t,n,s){const i=expandIn(e,t,this.escape)
const{keyword:o,line:r}=n
if(i.kind==="wrong"){this.notes.problem("dockerfile/expansion",`${o} ${t}: ${i.message}`,r)
return undefined}const known=t=>e.declares(t)||e.sets(t)
for(const e of i.unset)if(!known(e))this.notes.unset.push({name:e,keyword:o,line:r,stage:s,certainty:"sure"})
for(const e of i.unknown)if(!known(e))this.notes.unset.push({name:e,keyword:o,line:r,stage:s,certainty:"maybe"})
return i.unknown.size>0?undefined:i.value}path(e,t,n,s){const i=this.notes.problems.length
const o=this.read(e,t,n,s)
if(o===undefined&&this.notes.problems.length===i)this.notes.unclear(`${n.keyword} ${t} depends on a value that is not known`,n.line)
return o}show(e,t,n,s){return this.read(e,t,n,s)??showIn(e,t,this.escape)}peek(e,t){return showIn(e,t,this.escape)}arg(e,t,n){for(const s of e.pairs){t.declare(s.key)
if(!isPredefined(s.key))this.notes.declared.add(s.key)
const i=argValue(s,this.buildArgs,n,e=>expandIn(t,e,this.escape))
if(i===undefined)continue
if(i.kind==="wrong")this.notes.problem("dockerfile/expansion",`ARG ${s.key}: ${i.message}`,e.line)
const{volatile:o,args:r}=this.buildArgs
const a=o.has(s.key)?new Set([s.key]):isOutcome(i)?volatileIn(t,i):Object.hasOwn(r,s.key)?undefined:n?.volatileIn([s.key])
t.set(s.key,isOutcome(i)?toVariable(i):i,a)}}env(e,t){const n=e.pairs.map(({key:e,value:n})=>{const s=expandIn(t,e,this.escape)
const i=expandIn(t,n??"",this.escape)
return[s.kind==="wrong"?e:s.value,toVariable(i),volatileIn(t,i)]})
for(const[e,s,i]of n)t.set(e,s,i)}volatileIn({keyword:e,args:t,flags:n,pairs:s,heredocs:i},o){if(e==="RUN")return o.volatileIn()
if(!_.has(e))return new Set
const r=[...t,...n.map(({value:e})=>e??""),...s.flatMap(({key:e,value:t=""})=>[e,t])]
const a=i.filter(({expand:e})=>e).map(({content:e})=>e)
const c=[...r.map(e=>expandIn(o,e,this.escape)),...a.map(e=>expandIn(o,e,this.escape,{text:"plain"}))]
return new Set(c.flatMap(e=>[...volatileIn(o,e)]))}}const _=new Set("ADD COPY ENV EXPOSE FROM LABEL STOPSIGNAL USER VOLUME WORKDIR".split(" "))
const volatileIn=(e,t)=>e.volatileIn(t.kind==="wrong"?[]:t.unknown)
const isOutcome=e=>e.kind==="expanded"||e.kind==="wrong"
const D=/^(?:docker\/dockerfile(?:-upstream)?|moby\/dockerfile)(?:[:@]|$)/
class Tracer{dockerfile
options
notes
reader
globals
graph
taker
known=new Map
scopes=new Map
facts=new Map
constructor(e,t){this.dockerfile=e
this.options=t
const{args:n,volatile:s=new Set,names:i=new Set,platform:o}=t
this.notes=new Notes(e.file)
this.reader=new Reader(e.escape,{args:n,volatile:s},this.notes)
this.globals=this.readGlobals({args:n,volatile:s})
this.graph=resolveStages(e,this.globals,i,{problem:(e,t,n)=>this.notes.problem("dockerfile/from",e,t,n),unclear:(e,t)=>this.notes.unclear(e,t)})
this.taker=new Taker(this.graph,this.reader,this.notes,normalPlatform(o))}run(){this.syntax()
const e=this.target()
const t=reachable(this.graph,e,e=>this.uses(e))
for(const e of t)this.stage(this.stageAt(e))
const{inputs:n,images:s,named:i,urls:o,secrets:r,ssh:a,declared:c,wholeContext:l,unset:d,steps:u,problems:f}=this.notes
const{volatile:h}=this.notes
const[p]=l
if(p!==undefined)n.push(entire("context","the whole context","",p.line??1,e))
return{file:this.dockerfile.file,stages:t.map(e=>tracedStage(this.stageAt(e))),inputs:n,images:s,named:i,urls:o,secrets:[...r].sort(),ssh:[...a].sort(),declaredArgs:[...c].sort(),wholeContext:l,unset:d,steps:u,volatile:h,final:this.final(e),problems:f}}stageAt(e){const t=this.graph.stages[e]
if(t===undefined)throw new Error(`no stage ${e}`)
return t}syntax(){const e=this.dockerfile.directives.find(({name:e})=>e==="syntax")
const t=e?.value.split(" ")[0]
if(e===undefined||t===undefined)return
this.notes.images.push({ref:t,platform:"build",use:"syntax",line:e.line})
if(!D.test((0,p.p)(t)))this.notes.unclear(`# syntax=${t} is not Docker's own frontend`,e.line)}readGlobals(e){const{platform:t,buildPlatform:n,target:s}=this.options
const i=s??this.dockerfile.stages.at(-1)?.name??"default"
const o=new Scope(platformVariables(t,n,i,e),"closed")
for(const e of this.dockerfile.globals)this.reader.arg(e,o,undefined)
return o}target(){const{target:e}=this.options
const t=this.graph.find(e)
if(t!==undefined)return t
const n=(0,l.p)(e??"",this.dockerfile.stages.flatMap(({name:e})=>e??[]))
const s=`there is no stage "${e}" in ${this.dockerfile.file}`
this.notes.problem("dockerfile/target",s,1,n&&`did you mean ${n}?`)
return this.graph.stages.length-1}instructions({stage:e,base:t,...n}){const s=this.known.get(e.index)
if(s!==undefined)return s
const i=[]
if(t.kind==="stage"){for(const e of this.stageAt(t.stage).stage.instructions)if(e.keyword==="ONBUILD")i.push(...this.trigger(e.rest,e))}else{const s=t.kind==="named"?this.options.triggers?.(t.name):this.config({stage:e,base:t,...n})?.onbuild
for(const t of s??[])i.push(...this.trigger(t,{...e.instruction,heredocs:[]}))}const o=[...i,...e.instructions]
this.known.set(e.index,o)
return o}trigger(e,t){const n=parseInstruction(e,this.dockerfile.escape)
if(typeof n!=="string")return[{...t,...n}]
this.notes.unclear(`ONBUILD ${e}: ${n}`,t.line)
return[]}config(e){if(e.base.kind!=="image")return undefined
return this.options.baseConfig?.(e.base.ref,this.platformOf(e).platformName)}uses(e){return this.instructions(this.stageAt(e)).flatMap(t=>fromNames(t,readMounts(t)??[]).flatMap(n=>{const s=this.graph.origin(n,e,t.keyword==="COPY"?"allowed":"not allowed")
return typeof s!=="string"&&s.kind==="stage"?[s.stage]:[]}))}stage(e){this.base(e)
const{base:t,stage:n}=e
const s=this.scopeOf(e)
let i=t.kind==="stage"&&this.facts.get(t.stage)||A
let o=false
for(const t of this.instructions(e)){const{keyword:e,unclear:r,line:a}=t
if(r!==undefined)this.notes.unclear(r,a)
i=withInstruction(i,t,e=>this.reader.show(s,e,t,n.index))
this.volatile(e,this.reader.volatileIn(t,s),a,n.index)
o||=e==="CMD"
if(e==="ENTRYPOINT"&&!o){const{cmd:e,...t}=i
i=t}if(e==="ARG")this.reader.arg(t,s,this.globals)
else if(e==="ENV")this.reader.env(t,s)
else if(e==="COPY"||e==="ADD")this.taker.copy(t,s,n.index)
else if(e==="RUN")this.taker.mounts(t,s,n.index)
if(e==="COPY"||e==="ADD"||e==="RUN")this.notes.steps.push({stage:n.index,instruction:t,workdir:i.workdir?.value??"/",paths:e==="RUN"?[]:t.args.map(e=>this.reader.peek(s,e)),variables:e==="RUN"?s.known():{}})}this.scopes.set(n.index,s)
this.facts.set(n.index,i)}volatile(e,t,n,s){for(const i of t)this.notes.volatile.push({name:i,keyword:e,line:n,stage:s})}base(e){const{base:t,stage:n}=e
const s=this.reader.volatileIn(n.instruction,this.globals)
this.volatile("FROM",s,n.line,n.index)
const i={use:"FROM",line:n.line,stage:n.index}
if(t.kind==="image"){this.notes.images.push({ref:t.ref,...this.platformOf(e),...i})}else if(t.kind==="named"){this.notes.named.push({name:t.name,ref:t.ref,...i})
this.notes.inputs.push(entire("base",`FROM ${t.ref}`,t.name,n.line,n.index))}}scopeOf(e){const{base:t}=e
if(t.kind==="stage")return this.scopes.get(t.stage)?.child()??new Scope([],"open")
if(t.kind==="scratch")return new Scope([],"closed")
const n=this.config(e)
const s=Object.entries(n?.env??{}).map(([e,t])=>[e,{kind:"set",value:t}])
return new Scope(s,n===undefined?"open":"closed")}platformOf({stage:e,platform:t}){const n=e.platform
if(n===undefined)return{platform:"target",platformName:normalPlatform(this.options.platform)}
const s=/\$\{?BUILD/.test(n)?"build":/\$\{?TARGET/.test(n)?"target":"explicit"
if(t===undefined||t==="")return{platform:s}
return{platform:s,platformName:normalPlatform(t)}}final(e){const t=[e]
let n=this.stageAt(e).base
while(n.kind==="stage"){t.push(n.stage)
n=this.stageAt(n.stage).base}const{line:s}=this.stageAt(e).stage
return{...this.facts.get(e)??A,stage:e,chain:t,base:n,line:s}}}function tracedStage({stage:e,base:t,platform:n}){const{index:s,name:i,line:o}=e
return{index:s,base:t,line:o,...i!==undefined&&{name:i},...n!==undefined&&{platform:n}}}function traceInputs(e,t){return new Tracer(e,t).run()}}),90933:((e,t,n)=>{n.d(t,{A:()=>isReference,p:()=>imageKey})
var s=n(11886)
function imageKey(e){const t=(0,s.Wf)(e)
return t.kind==="reference"?(0,s.hG)(t.reference):e}const isReference=e=>(0,s.Wf)(e).kind==="reference"}),20108:((e,t,n)=>{n.d(t,{Z:()=>s})
const s=["missing-source","ignored-source","not-checked-out","special-mode","missing-stage-source","dockerfile-error","undeclared-arg","undefined-variable","volatile-arg-early","volatile-arg-baked","version-label","hardcoded-platform","native-on-build-platform","python-mismatch","from-casing","final-user","distroless-shell","distroless-tool","packages-unseen","missing-module","script-line-ends","script-not-executable","missing-script","healthcheck-mismatch","no-healthcheck","port-not-exposed","port-mismatch","compose-mismatch","loopback-bind","credential","credential-env","secret-file","env-file","large-context","mutable-base","requirements-error","unknown-package","unknown-version","not-installable","no-wheel","source-only","yanked-version","dev-package","unpinned-package","duplicate-package","package-conflict","rival-packages","host-port-collision","image-name","tag-not-unique","unlisted-dockerfile","no-phase","phase-order","buildkit-stage-name-casing","buildkit-from-as-casing","buildkit-no-empty-continuation","buildkit-consistent-instruction-casing","buildkit-duplicate-stage-name","buildkit-reserved-stage-name","buildkit-json-args-recommended","buildkit-maintainer-deprecated","buildkit-undefined-arg-in-from","buildkit-workdir-relative-path","buildkit-undefined-var","buildkit-multiple-instructions-disallowed","buildkit-legacy-key-value-format","buildkit-redundant-target-platform","buildkit-secrets-used-in-arg-or-env","buildkit-invalid-default-arg-in-from","buildkit-from-platform-flag-const-disallowed","buildkit-copy-ignored-file","buildkit-invalid-definition-description","buildkit-expose-proto-casing","buildkit-expose-invalid-format","buildkit-invalid-base-image-platform","buildkit-other"]}),49554:((e,t,n)=>{n.d(t,{Km:()=>openFiles,Ko:()=>readInputs,V8:()=>isVolatile,wx:()=>selectInputs})
var s=n(85465)
var i=n(27766)
var o=n(88153)
function openFiles(e,t){const n=once(t)
const s=once(async t=>{if(!mayBeThere(e,t))return undefined
const s=await n(t)
return s===undefined?undefined:(0,i.wo)(s,t)})
return{tree:e,readText:n,readIgnore:s}}function mayBeThere(e,t){let n=e
for(const e of t.split("/")){const t=n.children?.get(e)
if(t===undefined)return n.entry.kind==="symlink"||e==="."||e===""
n=t}return true}function once(e){const t=new Map
return n=>{const s=t.get(n)??e(n)
t.set(n,s)
return s}}const r=[...["BUILD_DATE","VCS_REF","GIT_COMMIT","REVISION","VERSION","SOURCE_DATE_EPOCH"]]
const a=/\{\{\s*(?:revision|short_revision|date|version)\s*\}\}/
function isVolatile(e,t){const n=t[e]
return n===undefined?r.includes(e):a.test(n)}async function readInputs(e,t,n,o,r){if(e.problems!==undefined)return e.problems
try{const s=await o.readText(e.dockerfile)
if(s===undefined)return[{code:"dockerfile/missing",message:`${e.dockerfile} cannot be read`,at:e.at}]
const a=(0,i.Ai)(s,e.dockerfile)
const c=fixedArgs(e,n.project)
const l={dockerfile:a,service:e,platform:t,args:c,services:n.services,files:o}
const{trace:d,from:u,startsBase:f}=await traceService(l,r)
const{selected:h,problems:p}=await selectInputs(e,d,o)
const{entrypoint:m,cmd:g}=d.final
const w=f||(m??g)?.value.words.length
return{...{service:e,platform:t,dockerfile:a,args:c,trace:d,selected:h,from:u,problems:[...d.problems,...p]},...(0,i.SS)(d.final)?{command:"own"}:w?{command:"inherited"}:{}}}catch(e){if(e instanceof s.yo)return e.problems
throw e}}function fixedArgs(e,t){const n={name:e.name,project:t,...e.phase!==undefined&&{phase:e.phase}}
const s=Object.entries(e.args).filter(([t])=>!isVolatile(t,e.args))
return Object.fromEntries(s.map(([e,t])=>[e,(0,o.fT)(t,n)]))}async function traceService(e,t){const{dockerfile:n,service:s,platform:o,args:a,services:c,files:l}=e
const d=new Set(Object.keys(s.contexts).map(i.p2))
const u={}
for(const[e,t]of Object.entries(s.contexts))if(t.kind==="service")u[(0,i.p2)(e)]=t.service
const f=new Map
const h=new Map
const key=(e,t)=>`${t??o} ${e}`
const p={target:s.target,platform:o,args:a,names:d,volatile:new Set([...r,...Object.keys(s.args)].filter(e=>isVolatile(e,s.args))),baseConfig:(e,t)=>f.get(key(e,t)),triggers:e=>h.get(e)}
for(;;){const e=(0,i.$w)(n,p)
const r=d.size+f.size+h.size
for(const{ref:t}of e.images){const e=makersOf(t,c).find(e=>e.name!==s.name)
if(e===undefined)continue
u[(0,i.p2)(t)]=e.name
d.add((0,i.p2)(t))}const a=e.images.filter(({ref:e,use:t})=>t==="FROM"&&!d.has((0,i.p2)(e)))
const m=new Map(a.map(({ref:e,platformName:t})=>[key(e,t),{ref:e,on:t}]))
const g=[...m].filter(([e])=>t!==undefined&&!f.has(e))
await Promise.all(g.map(async([e,{ref:n,on:s}])=>f.set(e,await(t?.(n,s??o)))))
for(const{name:t,use:n}of e.named){const e=c.find(e=>e.name===u[t])
if(n==="FROM"&&e!==undefined&&!h.has(t))h.set(t,await triggersOf(e,l))}if(d.size+f.size+h.size>r)continue
const w=new Set(e.named.map(({name:e})=>e))
const{base:k}=e.final
const y=e.images.find(({ref:e,use:t})=>t==="FROM"&&k.kind==="image"&&e===k.ref)
return{trace:e,from:Object.fromEntries(Object.entries(u).filter(([e])=>w.has(e))),startsBase:y!==undefined&&f.get(key(y.ref,y.platformName))?.starts===true}}}async function triggersOf({dockerfile:e,target:t},n){try{const{stages:s}=(0,i.Ai)(await n.readText(e)??"",e)
const o=s.findLast(({name:e})=>t===undefined||e===t.toLowerCase())
return(o?.instructions??[]).flatMap(({keyword:e,rest:t})=>e==="ONBUILD"?[t]:[])}catch(e){if(e instanceof s.yo)return[]
throw e}}const c=new WeakMap
function makersOf(e,t){const n=(0,i.p2)(e)
if(n.includes("@"))return[]
const s=c.get(t)??byRepository(t)
c.set(t,s)
return s.get(n.replace(/:[^/:]*$/,""))??[]}function byRepository(e){const t=new Map
for(const n of e)for(const e of new Set([(0,i.p2)(n.declaredImage),(0,i.p2)(n.image)]))t.set(e,[...t.get(e)??[],n])
return t}async function selectInputs(e,t,n){const s=[{key:"",path:e.context,ignore:await mainIgnore(e,n)}]
for(const[t,o]of Object.entries(e.contexts))if(o.kind==="path")s.push({key:(0,i.p2)(t),path:o.path,ignore:await n.readIgnore(ignoreFile(o.path))})
const o=[]
const r=[]
for(const{key:a,path:c,ignore:l}of s){const s=(0,i.dY)(n.tree,c)
if(s===undefined){r.push({code:"dockerfile/context",message:`the build context ${c} is not a folder`,at:e.at})
continue}const d=(0,i.AL)(t,s,l,{context:a})
const u=c==="."?"":`${c}/`
o.push(...d.inputs.map(e=>({...e,root:u})))
r.push(...d.problems)}return{selected:o,problems:r}}async function mainIgnore({dockerfile:e,context:t},n){return await n.readIgnore(`${e}.dockerignore`)??await n.readIgnore(ignoreFile(t))}const ignoreFile=e=>e==="."?".dockerignore":`${e}/.dockerignore`}),66883:((e,t,n)=>{n.d(t,{II:()=>timingOf,gF:()=>i,lz:()=>s})
const s={...{startPeriod:6e4,interval:1e3,timeout:5e3,retries:3},...{successes:2,stable:1e3,stopGracePeriod:1e4,wrongAnswerPeriod:15e3}}
const i=6e5
const timingOf=({health:e,timing:t})=>e?.timing??t??s}),23600:((e,t,n)=>{n.d(t,{a:()=>s})
const s=[{id:"platform",level:"error",title:"Made for the platform it should be",docs:"What the image's configuration says, and, where the reference names an index, what each entry of the index says of the image behind it."},{id:"layers",level:"error",title:"Every layer can be read and is what its digest says",docs:"Layers are streamed from the registry, each once however many images share it; size and digest are checked as they come. One that unpacks to more than 32 GiB or a million files counts as broken."},{id:"base",level:"error",title:"FROM an image that is allowed",docs:"Looked at where `verify.base` lists images. What an image is FROM is found by the layers that it shares with the bases of the plan, else taken from its label `org.opencontainers.image.base.name`. An image of the same catalog is allowed; what that one is FROM has to be in the list."},{id:"user",level:"error",title:"Runs as the user it should",docs:"`verify.user` where it is set, else `65532:65532` for an image that is FROM a distroless one. For any other, see `nonroot`."},{id:"nonroot",level:"warning",title:"Runs as a numeric user that is not root",docs:"A name is looked up in the image's `/etc/passwd`; Kubernetes' `runAsNonRoot` refuses it, since it may well be root."},{id:"labels",level:"error",title:"Has the labels it must have, filled",docs:"Those that `verify.labels` lists."},{id:"revision",level:"error",title:"Labelled with its commit",docs:"`org.opencontainers.image.revision` is the commit of this run for an image that was built in it. One that was there already keeps the commit that it was first built for."},{id:"labels-expanded",level:"error",title:"No placeholder is left in a label",docs:"`$BUILD_DATE` in a label is a build argument that its stage did not declare."},{id:"env-expanded",level:"warning",title:"No placeholder is left in an environment variable, and no password is missing from an address",docs:"`ENV MONGODB_URI=mongodb://lucid:$MONGODB_PASSWORD@host` is expanded when the image is built. What is not declared there comes out empty: `mongodb://lucid:@host`."},{id:"credentials",level:"error",title:"No credential in environment, labels or history",docs:"Tokens and keys by the form their issuers give them, passwords in addresses, and values of variables that are named like one. Everyone who has the image can read them: hand them to the build as secrets, and to the container when it starts."},{id:"size",level:"error",title:"Not larger than its budget",docs:"Compressed, as the registry holds it, against `verify.max_size`."},{id:"growth",level:"warning",title:"Not much larger than what is published",docs:"Against what the floating tag names, on the same platform: `verify.max_growth`, else a quarter. The layers that grew are named by the instruction that made them."},{id:"port",level:"error",title:"Exposes the ports of the catalog",docs:"One row a port."},{id:"port-extra",level:"warning",title:"Exposes no port that the catalog does not know",docs:"For services that have ports in the catalog."},{id:"healthcheck",level:"warning",title:"Has a HEALTHCHECK",docs:"For services that have ports or a health check in the catalog."},{id:"healthcheck-program",level:"error",title:"The HEALTHCHECK's program is in the image",docs:"`curl`, `wget` and a shell (the shell form needs one) are not in distroless images, and `python` may only be there as `/usr/bin/python3`: such a container is unhealthy for ever. A script that the program is told to run is looked up as the entrypoint's is."},{id:"healthcheck-target",level:"warning",title:"The HEALTHCHECK asks for what the catalog says",docs:"Port and path of a `http://localhost:8080/health` in it, against `health` and `ports` of the catalog."},{id:"entrypoint",level:"error",title:"The program that is started is in the image and may be executed",docs:"Entrypoint, else command: looked up in the image's PATH, links followed, executable for the image's user. A script's interpreter counts as well (of one with Windows line ends the kernel looks for `/bin/sh\\r`), what an init such as `tini` is told to run, and the libraries' loader of a dynamically linked program: one that is linked with musl does not start where there is only glibc."},{id:"entrypoint-machine",level:"error",title:"That program is made for the platform",docs:"By its ELF header, scripts followed to their interpreter. Emulation on the build machine hides a wrong one; the target says `exec format error`."},{id:"entrypoint-module",level:"error",title:"The script or module that it is started with is there",docs:"Of `python3 -m controller.main`, `python3 /app/main.py`, `sh run.sh` or `node server.js`: the module on the interpreter's path, the file in the image, with Unix line ends where a shell reads it. A file in a VOLUME may come with the volume, and is taken as there."},{id:"binaries",level:"error",title:"Every program and library is made for the platform",docs:"Native wheels that a builder stage on `$BUILDPLATFORM` installed are for the build machine: the image is labelled arm64 and fails at the first import. Build such packages on the target's platform. `verify.allow` leaves paths out."},{id:"python-packages",level:"warning",title:"Python packages lie where the interpreter looks",docs:"For images that start Python. Debian's looks in `dist-packages`, not in `site-packages`; no Python looks in another version's folder, and `/home/app/.local` is only looked in by a user whose home is `/home/app`."},{id:"no-shell",level:"error",title:"No shell anywhere",docs:"For images that are FROM a distroless one; for any other where `verify.checks` sets it to a level. `verify.allow` leaves paths out."},{id:"no-package-manager",level:"error",title:"No package manager anywhere",docs:"As for shells: apt, dpkg, apk, pip, npm and their like."},{id:"secrets",level:"error",title:"No file that looks like a secret, in any layer",docs:"Environment files, private keys, logins, git repositories, by name and by how they begin. A file that a later layer removes is still in the one before. What packages and distributions ship is left out; so is `verify.allow`."},{id:"file",level:"error",title:"The declared files are there",docs:"One row for each path of `verify.files`, links followed."},{id:"import",level:"error",title:"The declared Python modules import",docs:"One row for each of `verify.imports`: imported by the image's own Python, in a container without network, held as tightly as `hardening` says. Needs an engine that runs the platform."}]}),14902:((e,t,n)=>{n.d(t,{T:()=>checkRule,a:()=>i})
var s=n(65237)
const i=/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
function checkRule(e){const t=(0,s.iT)(e)
return"message"in t?t:wrongText(t)??wrongWhole(t)}function wrongText(e){const{prefix:t=[],suffix:n=[]}=e
const[s]=t
for(const i of[...t,...bodyOf(e),...n]){if(i.kind!=="text")continue
const e=i===s&&/^[.-]/.test(i.text)
if(e||/[^a-zA-Z0-9._-]/.test(i.text)||i.text.length>128)return illegal(i.text)}return undefined}function wrongWhole(e){if(e.kind!=="raw")return undefined
const t=[...e.prefix??[],...e.value,...e.suffix??[]]
const n=t.map(e=>e.kind==="text"?e.text:undefined)
if(n.includes(undefined))return undefined
const s=n.join("")
return i.test(s)?undefined:illegal(s)}function bodyOf(e){switch(e.kind){case"raw":return e.value
case"schedule":case"semver":case"pep440":return e.pattern
default:return[]}}function illegal(e){const t=e.length>128?`it has ${e.length} characters, 128 are allowed`:'a tag holds letters, digits and "_", ".", "-", and begins with neither "." nor "-"'
return{message:`no tag can hold "${e}"`,why:t,fix:"write it with the letters a tag may have"}}}),99185:((e,t,n)=>{n.d(t,{X:()=>render,Y:()=>parseExpression})
var s=n(3706)
var i=n(55440)
var o=n(11919)
var r=n(59072)
var a=n(20431)
var c=n(57818)
var l=n(85279)
var d=n(94901)
var u=n(28880)
s.extend(l)
s.extend(c)
for(const e of[d,u,r,o,i,a])s.extend(e)
const f=["date","commit_date"]
const h="YYYYMMDD-HHmmss"
function parseExpression(e,t){if(e.includes("${{"))return{message:"GitHub's expressions are not evaluated here",fix:"use one such as {{is_default_branch}}"}
const n=[]
let s=0
for(const i of e.matchAll(/\{\{\s*(.*?)\s*\}\}/g)){if(i.index>s)n.push({kind:"text",text:e.slice(s,i.index)})
const o=parsePart(i[1]??"",t)
if("message"in o)return o
n.push(o)
s=i.index+i[0].length}const i=e.slice(s)
if(i.includes("{{"))return{message:"a {{ is never closed",fix:"write }} after the name"}
if(i!=="")n.push({kind:"text",text:i})
return n}function parsePart(e,t){const[,n="",s=""]=/^([a-z_]+)(?:\s+(.*))?$/s.exec(e)??[]
if(t.includes(n)&&s==="")return{kind:"name",name:n}
if(!f.includes(n)){const n=[...t,"date 'FORMAT'"].map(e=>`{{${e}}}`).join(", ")
return{message:`{{${e}}} stands for nothing`,fix:`here can stand ${n}`}}const i=/^(?:(?:'([^']*)'|"([^"]*)")\s*)?(?:tz=(?:'([^']*)'|"([^"]*)"))?$/.exec(s)
const o=`write {{${n} 'YYYYMMDD'}} or {{${n} 'YYYYMMDD-HHmmss' tz='Asia/Tokyo'}}`
if(i===null)return{message:`{{${e}}} cannot be read`,fix:o}
const r=i[3]??i[4]??"UTC"
if(!isZone(r))return{message:`${r} is not a time zone`,fix:"write it as in UTC or Asia/Tokyo"}
return{kind:"date",name:n,format:i[1]??i[2]??h,zone:r}}function isZone(e){try{new Intl.DateTimeFormat("en",{timeZone:e})
return true}catch{return false}}function render(e,t){let n=""
for(const s of e){const e=partValue(s,t)
if(e===undefined)return undefined
n+=e}return n}function partValue(e,{names:t,date:n,commitDate:s}){switch(e.kind){case"text":return e.text
case"name":return Object.hasOwn(t,e.name)?t[e.name]:undefined
case"date":return formatDate(e.name==="date"?n:s,e.format,e.zone)
default:return e}}function formatDate(e,t,n){if(e===undefined)return undefined
const i=s(e).tz(n)
const o={DDDD:()=>`${i.dayOfYear()}`.padStart(3,"0"),DDDo:()=>ordinal(i.dayOfYear()),DDD:()=>`${i.dayOfYear()}`,Qo:()=>ordinal(Math.ceil((i.month()+1)/3)),Mo:()=>ordinal(i.month()+1),Wo:()=>ordinal(i.isoWeek()),do:()=>ordinal(i.day()),e:()=>`${i.day()}`,E:()=>`${i.isoWeekday()}`,gg:()=>`${i.weekYear()}`.slice(-2),GG:()=>`${i.isoWeekYear()}`.slice(-2),Y:()=>`${i.year()}`,SS:()=>`${Math.floor(i.millisecond()/10)}`.padStart(2,"0"),S:()=>`${Math.floor(i.millisecond()/100)}`}
const r=/\[[^\]]*\]|YYYY|YY|Y|Qo|Q|MMMM|MMM|MM|Mo|M|DDDD|DDDo|DDD|DD|Do|D|dddd|ddd|dd|do|d|e|E|gggg|gg|GGGG|GG|wo|ww|w|Wo|WW|W|SSS|SS|S/g
return i.format(t.replace(r,e=>{const t=Object.hasOwn(o,e)?o[e]?.():undefined
return t===undefined?e:`[${t}]`}))}function ordinal(e){const t=e%100
const n=t>10&&t<14?"th":["th","st","nd","rd"][e%10]??"th"
return`${e}${n}`}}),11655:((e,t,n)=>{n.d(t,{a:()=>o,w:()=>parseFlavor})
var s=n(65237)
const i={text:[],onLatest:false}
const o={latest:"false",prefix:i,suffix:i}
const r=["auto","true","false"]
function parseFlavor(e){let t={...o,latest:"auto"}
for(const n of e){const e=(0,s.Kp)(n.trim())
if(!Array.isArray(e))return e
let i
for(const n of e){const e=readField(t,n,i)
if("message"in e)return e;({flavor:t,last:i}=e)}}return t}function readField(e,t,n){const[,i="",o=""]=/^([a-z]+)\s*=\s*(.*)$/is.exec(t)??[]
switch(i.toLowerCase()){case"latest":{const t=r.find(e=>e===o)
if(t!==undefined)return{flavor:{...e,latest:t},last:n}
return{message:`latest is ${JSON.stringify(o)}`,fix:`it is one of ${r.join(", ")}`}}case"prefix":case"suffix":{const t=i.toLowerCase()
const n=(0,s.uz)(o)
if("message"in n)return n
return{flavor:{...e,[t]:{...e[t],text:n}},last:t}}case"onlatest":if(o!=="true"&&o!=="false")return{message:`onlatest is ${JSON.stringify(o)}`,fix:"it is true or false"}
if(n===undefined)return{message:"onlatest stands alone",fix:"write it after the prefix or suffix it is about"}
return{flavor:{...e,[n]:{...e[n],onLatest:o==="true"}},last:n}
default:return{message:`a flavor has no ${JSON.stringify(t)}`,fix:"it has latest=, prefix= and suffix=, and after these onlatest="}}}}),14281:((e,t,n)=>{n.d(t,{EY:()=>parsePattern,I6:()=>find,ws:()=>groupsIn})
var s=n(99185)
function parsePattern(e,t){const[,n=e,s=""]=/^\/(.+)\/([a-z]*)$/s.exec(e)??[]
return{source:t(n),flags:s.replace(/[gy]/g,"")}}function groupsIn({source:e,flags:t}){try{const n=e.map(e=>e.kind==="text"?e.text:"x").join("")
return(new RegExp(`${n}|`,t).exec("")?.length??1)-1}catch{return undefined}}function find(e,{source:t,flags:n},i){const o=t.map((e,t)=>{if(e.kind==="text")return e.text
const n=(0,s.X)([e],i)
return n===undefined?undefined:(t===0?"(?<![\\w.-])":"")+escaped(n)})
return o.includes(undefined)?undefined:new RegExp(o.join(""),n).exec(e)??undefined}const escaped=e=>e.replace(/[\\^$.*+?()[\]{}|/]/g,"\\$&")}),65237:((e,t,n)=>{n.d(t,{Kp:()=>splitFields,iT:()=>parseRule,uz:()=>parseAffix})
var s=n(99185)
var i=n(14281)
const o=[...["branch","tag","sha","short_sha","base_ref","is_default_branch","is_not_default_branch"],...["name","phase","project","revision","short_revision"]]
const r=["raw","version","major","minor","patch"]
const a={schedule:{priority:1e3,attributes:["pattern"]},semver:{priority:900,attributes:["pattern","value","match"]},pep440:{priority:900,attributes:["pattern","value","match"]},match:{priority:800,attributes:["pattern","group","value"]},edge:{priority:700,attributes:["branch"]},ref:{priority:600,attributes:["event"]},raw:{priority:200,attributes:["value"]},sha:{priority:100,attributes:["format"]}}
const c=["type","enable","priority","prefix","suffix"]
function parseRule(e){const t=splitFields(e.trim())
if(!Array.isArray(t))return t
const n=readAttributes(t)
if(!(n instanceof Map))return n
const s=n.get("type")??"raw"
if(!n.has("type")&&!n.has("value")){const e="begin it with type=, and put it in quotes where it stands in [ ]: a comma divides the items there"
return{message:"the rule has neither a type nor a value",fix:e}}if(!isKind(s))return{message:`there is no type ${s}`,fix:`the types are ${Object.keys(a).join(", ")}`}
const{priority:i,attributes:o}=a[s]
const r=[...n.keys()].find(e=>!c.includes(e)&&!o.includes(e))
if(r!==undefined)return{message:`type=${s} has no attribute ${r}`,fix:`it has ${[...o,...c.slice(1)].join(", ")}`}
const l=n.get("priority")??`${i}`
if(!/^-?\d{1,9}$/.test(l))return{message:`priority ${l} is not a whole number`}
const d=n.get("prefix")??defaultPrefix(s,n.get("event"))
const u=n.get("suffix")
return build(t=>{const i={text:e,priority:Number(l),enable:t(n.get("enable")??"true"),...d!==undefined&&{prefix:t(d)},...u!==undefined&&{suffix:t(u)}}
return specific(s,i,n,t)})}function parseAffix(e){return(0,s.Y)(e,o)}class Wrong extends Error{fault
constructor(e){super(e.message)
this.fault=e}}function build(e){try{return e((e,t=[])=>{const n=(0,s.Y)(e,[...t,...o])
if("message"in n)throw new Wrong(n)
return n})}catch(e){if(e instanceof Wrong)return e.fault
throw e}}function specific(e,t,n,s){const i=n.get("value")===undefined?{}:{value:s(n.get("value")??"")}
switch(e){case"schedule":return{kind:e,...t,pattern:s(n.get("pattern")||"nightly")}
case"semver":case"pep440":{const o=demand(n,e,"pattern","{{version}}")
const a=n.get("match")
return{...{kind:e,...t,...i},pattern:s(o,r),raw:/^\{\{\s*raw\s*\}\}$/.test(o),...a&&{match:withGroup(a,1,s)}}}case"match":{const o=n.get("group")??"0"
if(!/^\d{1,2}$/.test(o))throw new Wrong({message:`group ${o} is not a number`})
const r=withGroup(demand(n,e,"pattern","v(.*)"),Number(o),s)
return{kind:e,...t,...i,pattern:r,group:Number(o)}}case"edge":{const s=n.get("branch")
return{kind:e,...t,...s&&{branch:s}}}case"ref":{const s=demand(n,e,"event","branch")
if(s!=="branch"&&s!=="tag"&&s!=="pr")throw new Wrong({message:`there is no event ${s}`,fix:"the events are branch, tag and pr"})
return{kind:e,...t,event:s}}case"raw":return{kind:e,...t,value:s(demand(n,e,"value","latest"))}
case"sha":{const s=n.get("format")||"short"
if(s!=="short"&&s!=="long")throw new Wrong({message:`there is no format ${s}`,fix:"the formats are short and long"})
return{kind:e,...t,format:s}}default:return e}}function demand(e,t,n,s){const i=e.get(n)
if(i)return i
throw new Wrong({message:`type=${t} needs ${n}`,fix:`write it as in type=${t},${n}=${s}`})}function withGroup(e,t,n){const s=(0,i.EY)(e,e=>n(e))
const o=(0,i.ws)(s)
if(o===undefined)throw new Wrong({message:`${e} is not a regular expression`})
if(o>=t)return s
const r="put what becomes the tag in parentheses, as in api/v(.*)"
throw new Wrong({message:`${e} has no group ${t}, so the rule can never give a tag`,fix:r})}function defaultPrefix(e,t){if(e==="sha")return"sha-"
return e==="ref"&&t==="pr"?"pr-":undefined}function readAttributes(e){const t=new Map
for(const n of e){const[,e,s]=/^([A-Za-z0-9_-]+)=(.*)$/s.exec(n)??[]
const[i,o]=e===undefined?["value",n]:[e.toLowerCase(),(s??"").trim()]
if(t.has(i))return{message:`${i} is said twice`}
if(e===undefined&&(t.get("type")??"raw")!=="raw")return{message:`${n} has no attribute name`}
t.set(i,o)}return t}function splitFields(e){const t=[]
let n=0
while(n<=e.length){const s=e.slice(n)
const[i,o,r]=/^\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/.exec(s)??[s,undefined,s]
const a=o===undefined?(r??"").trim():o.replaceAll('""','"')
if(o===undefined&&a.startsWith('"'))return{message:"a quote is never closed"}
if(a==="")return{message:e===""?"an empty rule":"an empty field between commas"}
t.push(a)
n+=i.length+1}return t}function isKind(e){return Object.hasOwn(a,e)}}),9489:((e,t,n)=>{n.d(t,{O:()=>isRightBelow,g:()=>parentOf})
const parentOf=e=>e.slice(0,Math.max(0,e.lastIndexOf("/")))
const isRightBelow=(e,t)=>Math.max(0,e.lastIndexOf("/"))===t.length&&e.startsWith(t)})}
