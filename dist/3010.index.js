export const id=3010
export const ids=[3010]
export const modules={94203:((e,n,t)=>{t.d(n,{f:()=>replaceFile})
var s=t(51455)
var i=t(76760)
var o=t(39893)
async function replaceFile(e,n,{fileMode:t,folderMode:r}={}){const a=`${e}.${process.pid}.tmp`
try{await(0,s.mkdir)(i.dirname(e),{recursive:true,...(0,o.s)({mode:r})})
await(0,s.writeFile)(a,n,(0,o.s)({mode:t}))
await(0,s.rename)(a,e)}catch(e){await(0,s.rm)(a,{force:true}).catch(()=>{})
throw e}}}),37314:((e,n,t)=>{t.d(n,{s:()=>formatChecksums,u:()=>attestationSubjects})
var s=t(11886)
function attestationSubjects(e){if(e.kind==="lucid.build")return e.images.flatMap(({contentRef:e,digest:n,outcome:t})=>n!==undefined&&t==="built"?[{name:(0,s._M)(e),digest:n}]:[])
return e.services.flatMap(({image:e,digest:n,release:t,outcome:s,copies:i=[]})=>{if(n===undefined||s!=="published")return[]
const o=[e,...i.map(e=>e.image)]
const r=new Set([n,t?.digest??n])
return o.flatMap(e=>[...r].map(n=>({name:e,digest:n})))})}function formatChecksums(e){return e.map(({name:e,digest:n})=>`${n.replace(/^sha256:/,"")}  ${e}\n`).join("")}}),15044:((e,n,t)=>{t.d(n,{$_:()=>l,_U:()=>o,b9:()=>u,uG:()=>r})
var s=t(12311)
var i=t(55600)
const o=s.Ikc({id:s.YjP(),name:s.YjP(),ok:s.zMY(),expected:s.YjP(),actual:s.YjP(),level:s.euz("warning").exactOptional()})
const r=s.Ikc({id:s.YjP(),reason:s.YjP()})
const a=s.Ikc({name:s.YjP(),durationMs:s.aig(),cached:s.zMY()})
const c=s.Ikc({user:s.YjP().exactOptional(),workingDir:s.YjP().exactOptional(),env:s.g1P(s.YjP(),s.YjP()),entrypoint:s.YOg(s.YjP()).exactOptional(),command:s.YOg(s.YjP()).exactOptional(),exposedPorts:s.YOg(s.YjP()),healthcheck:s.Ikc({test:s.YOg(s.YjP()),interval:s.aig().exactOptional(),timeout:s.aig().exactOptional(),startPeriod:s.aig().exactOptional(),retries:s.aig().exactOptional()}).exactOptional(),layers:s.YOg(s.Ikc({size:s.aig(),by:s.YjP().exactOptional()}))})
const d=s.k5n(["built","unchanged","failed","skipped","cancelled"])
const l=s.Ikc({service:s.YjP(),platform:s.YjP(),fingerprint:s.YjP(),outcome:d,contentRef:s.YjP(),digest:s.YjP().exactOptional(),reason:s.YjP().exactOptional(),size:s.aig().exactOptional(),layers:s.aig().exactOptional(),spec:c.exactOptional(),startedAt:s.YjP().exactOptional(),durationMs:s.aig().exactOptional(),runner:s.YjP().exactOptional(),builder:i.wd.exactOptional(),steps:s.YOg(a).exactOptional(),attestations:s.YOg(s.YjP()).exactOptional(),warnings:s.YOg(s.YjP()).exactOptional(),checks:s.YOg(o),packages:s.YOg(s.YjP()).exactOptional(),unchecked:s.YOg(r).exactOptional(),error:s.Ikc({message:s.YjP(),code:s.YjP().exactOptional(),log:s.YOg(s.YjP()).exactOptional(),file:s.YjP().exactOptional(),line:s.aig().exactOptional()}).exactOptional()})
const u=s.Ikc({kind:s.euz("lucid.build"),version:s.euz(1),revision:s.YjP(),images:s.YOg(l),command:s.YOg(s.YjP()),durationMs:s.aig()})}),33795:((e,n,t)=>{t.d(n,{I2:()=>u,VJ:()=>formatException,e$:()=>a})
var s=t(12311)
const i=s.k5n(["published","unchanged","failed","skipped","cancelled","superseded","held","not part of this release"])
const o=s.Ikc({tag:s.YjP(),kind:s.k5n(["immutable","floating"]),state:s.k5n(["written","present","moved","held","kept"]),previous:s.YjP().exactOptional(),release:s.euz(true).exactOptional(),why:s.YjP().exactOptional()})
const r=s.Ikc({version:s.YjP(),digest:s.YjP(),relabelled:s.YOg(s.Ikc({platform:s.YjP(),from:s.YjP(),digest:s.YjP()})).exactOptional(),attestations:s.euz("left out").exactOptional()})
const a=s.Ikc({who:s.YjP(),when:s.YjP(),why:s.YjP(),smoke:s.YjP().exactOptional()})
const c=s.Ikc({platform:s.YjP(),digest:s.YjP(),size:s.aig().exactOptional(),layers:s.aig().exactOptional()})
const d=s.Ikc({image:s.YjP(),outcome:i,tags:s.YOg(o),reason:s.YjP().exactOptional()})
const l=s.Ikc({service:s.YjP(),image:s.YjP(),outcome:i,digest:s.YjP().exactOptional(),release:r.exactOptional(),platforms:s.YOg(c),tags:s.YOg(o),copies:s.YOg(d).exactOptional(),signer:s.YjP().exactOptional(),reason:s.YjP().exactOptional(),exception:a.exactOptional(),warnings:s.YOg(s.YjP()).exactOptional(),code:s.YjP().exactOptional(),durationMs:s.aig().exactOptional()})
const u=s.Ikc({kind:s.euz("lucid.publish"),version:s.euz(1),revision:s.YjP(),services:s.YOg(l),composeFile:s.YjP().exactOptional(),durationMs:s.aig()})
const formatException=({who:e,when:n,why:t,smoke:s})=>`published despite smoke by ${e} at ${n}: ${t}${s===undefined?"":` (${s})`}`}),65538:((e,n,t)=>{t.d(n,{HH:()=>failedChecks,ZA:()=>formatFailedCheck,iQ:()=>plannedOrBuiltDigest,uI:()=>i,uJ:()=>withVerification})
var s=t(39893)
function failedChecks(e){return e.filter(({ok:e,level:n})=>!e&&n!=="warning")}const formatFailedCheck=({name:e,expected:n,actual:t})=>`${e}: expected ${n}, found ${t}`
function plannedOrBuiltDigest({images:e},n,t,s){const isIt=e=>e.service===t&&e.platform===s
const i=n?.images.find(isIt)?.digest
const o=e.find(isIt)?.decision
return i??(o?.kind==="unchanged"?o.digest:undefined)}const i={...{skipped:0,healthy:1,"not tried":2,unknown:3,unhealthy:4}}
function withVerification(e,{images:n}){const t=new Map(n.map(e=>[`${e.service} ${e.platform} ${e.digest}`,e]))
return{...e,images:e.images.map(e=>{const n=e.digest===undefined?undefined:t.get(`${e.service} ${e.platform} ${e.digest}`)
if(n===undefined)return e
const{checks:i,unchecked:o,packages:r}=n
return{...e,checks:i,unchecked:o,...(0,s.s)({packages:r})}})}}}),51914:((e,n,t)=>{t.d(n,{_5:()=>packBins,e_:()=>secondsWithBases,s_:()=>runnerGroup})
const runnerGroup=({platform:e,runner:n})=>JSON.stringify([e,n])
function packBins(e,n){const t=[...Map.groupBy(e,runnerGroup).values()]
const s=share(t,n)
return t.flatMap((e,n)=>packGroup(e,s[n]??1))}function share(e,n){const t=e.map(()=>1)
const s=e.map(e=>e.reduce((e,{seconds:n})=>e+n,0))
for(let i=n-e.length;i>0;i-=1){let n
for(const[i,o]of e.entries()){if((t[i]??1)>=o.length)continue
const e=(s[i]??0)/(t[i]??1)
if(n===undefined||e>(s[n]??0)/(t[n]??1))n=i}if(n===undefined)break
t[n]=(t[n]??1)+1}return t}function packGroup(e,n){if(e.length<=n)return e.map(e=>({images:[e],seconds:secondsWithBases(e)}))
const t=new Set(e)
const s=new Set
const i=Array.from({length:n},()=>({images:[],builds:new Set,seconds:0}))
for(const n of e.toSorted((e,n)=>secondsWithBases(n)-secondsWithBases(e))){if(s.has(n))continue
const e=[...n.bases,n]
let o
for(const n of i){const t=n.seconds+e.reduce((e,t)=>e+(n.builds.has(t)?0:t.seconds),0)
if(o===undefined||t<o.end)o={bin:n,end:t}}if(o===undefined)continue
const{bin:r,end:a}=o
r.seconds=a
for(const n of e){r.builds.add(n)
if(!t.has(n)||s.has(n))continue
s.add(n)
r.images.push(n)}}return i.filter(e=>e.images.length>0).map(e=>({images:e.images.toSorted((e,n)=>e.wave-n.wave),seconds:e.seconds}))}const secondsWithBases=({bases:e,seconds:n})=>e.reduce((e,n)=>e+n.seconds,n)}),68780:((e,n,t)=>{t.d(n,{O:()=>toJobMatrix,Z:()=>formatLegName})
var s=t(85465)
var i=t(51914)
const o=256
const r=45e4
const a=1e5
const c=60
function toJobMatrix(e,{maxJobs:n,selected:t=[]}={}){const s=[...Map.groupBy(e,i.s_).values()]
if(s.length>o)throw tooMany(s.length)
const c=s.reduce((e,n)=>e+Math.ceil(listLength(n)/a),0)
const d=(0,i._5)(e,Math.min(o,Math.max(n??o,c)))
const l=d.toSorted((e,n)=>waveOf(e)-waveOf(n))
const u=l.map(toLeg)
const f=JSON.stringify({include:u}).length+t.join(",").length
const p=Math.max(0,...u.map(({service:e})=>e.length))
if(f>r)throw tooLong(f,r)
if(p>a)throw tooLong(p,a)
return{include:u,bins:l}}const waveOf=({images:e})=>e[0]?.wave??0
const listLength=e=>e.reduce((e,{service:n})=>e+n.length+1,0)
function toLeg({images:e}){const{platform:n="",runner:t="",wave:s=0}=e[0]??{}
const i=e.map(({service:e})=>e)
return{name:formatLegName(i,n),service:i.join(","),platform:n,runner:t,phase:[...new Set(e.flatMap(({phase:e})=>e??[]))].join(","),wave:s}}function formatLegName(e,n){const t=[]
for(const n of e){if(t.length>0&&[...t,n].join(", ").length>c)break
t.push(n)}const s=e.length-t.length
return`${t.join(", ")}${s>0?` and ${s} more`:""} (${n.replace(/^linux\//,"")})`}const tooMany=e=>new s.yo({code:"plan/runners",message:`the images to build need ${e} kinds of runner and platform, but a matrix has at most ${o} jobs`,fix:"let services share runners in the catalog, or plan one part: --phase, --platform or --service"})
const tooLong=(e,n)=>new s.yo({code:"plan/matrix-size",message:`the matrix, or one leg of it, has ${e} characters, but GitHub passes on at most ${n}`,fix:"plan one part at a time: --phase, --platform or --service"})}),95805:((e,n,t)=>{t.d(n,{Ot:()=>pendingImages,p2:()=>imageKey,wm:()=>chooseRunner})
const imageKey=(e,n)=>`${e} ${n}`
const s="ubuntu-24.04"
const i={"linux/arm64":"ubuntu-24.04-arm"}
const o=/^linux\/(?:amd64|386)(?:\/|$)/
const r=60
const a=2e6
const c=10
const d=10
function pendingImages(e,{services:n,waves:t,runners:s,hints:i}){const o=new Map(n.map(e=>[e.name,e]))
const r=new Map(t.flatMap((e,n)=>e.map(e=>[e,n])))
const waveOf=({service:e})=>r.get(e)??0
const a=e.filter(({decision:e})=>e.kind==="build")
const c=a.flatMap(e=>i.seconds.get(imageKey(e.service,e.platform))??[])
const d=c.length*2>=a.length?median(c):undefined
const l=new Map
for(const e of a.toSorted((e,n)=>waveOf(e)-waveOf(n))){const{service:n,platform:t}=e
const r=[...new Set(Object.values(e.from))].flatMap(e=>l.get(imageKey(e,t))??[])
l.set(imageKey(n,t),{service:n,platform:t,runner:chooseRunner(o.get(n),t,s),phase:o.get(n)?.phase,wave:waveOf(e),seconds:secondsOf(e,isNative(o.get(n),t,s),i,d),bases:[...new Set(r.flatMap(e=>[...e.bases,e]))]})}const has=e=>[...l.keys()].some(n=>e.has(n))
return{work:[...l.values()],by:has(i.seconds)?"times":has(i.sizes)?"sizes":"guess"}}function chooseRunner(e,n,t){const o=t==="native"?i[n]:undefined
return e?.runners?.[n]??o??s}function isNative(e,n,t){const s=t==="native"&&i[n]!==undefined
return o.test(n)||s||e?.runners?.[n]!==undefined}function secondsOf({service:e,platform:n},t,s,i){const o=imageKey(e,n)
const l=s.seconds.get(o)
if(l!==undefined)return l
const u=s.sizes.get(o)
if(u===undefined&&i!==undefined)return i
const f=u===undefined?r:Math.max(c,u/a)
return f*(t?1:d)}function median(e){return e.toSorted((e,n)=>e-n)[Math.floor(e.length/2)]}}),75569:((e,n,t)=>{t.d(n,{Az:()=>nearestVersions,Rg:()=>newestVersion,bX:()=>chooseRelease,k$:()=>isExactSpecifier,yN:()=>satisfiesSpecifier})
var s=t(99687)
var i=t(32865)
function chooseRelease(e,n){const{versions:t,choice:i,python:o}=n
const r=releasesToCompare(e,t).filter(({version:e,yanked:n})=>t.every(n=>satisfiesSpecifier(e,n))&&(n===undefined||t.some(isExactSpecifier)))
if(r.length===0)return{kind:"no-version"}
const a=i.pre||t.some(namesPrerelease)
const c=r.filter(({version:e})=>!isPrerelease(e))
const d=a||c.length===0?r:c
const l=d.filter(({requiresPython:e})=>runsOn(e,o))
if(l.length===0)return{kind:"python",releases:d}
const u=[...l].sort((e,n)=>(0,s.UD)(n.version,e.version))
for(const e of u){const t=installFormOf(e,n)
if(t!==undefined)return{kind:"taken",release:e,as:t}}return{kind:"no-file",releases:u}}function releasesToCompare(e,n){const t=n.flatMap(e=>e.split(",")).find(e=>/^==[^=*]+$/.test(e))
const s=e.filter(({version:e})=>e===t?.slice("==".length))
return s.length>0?s:e}const isExactSpecifier=e=>e.split(",").some(e=>/^={2,3}[^=]/.test(e)&&!e.endsWith(".*"))
function satisfiesSpecifier(e,n){try{return(0,s.ib)(e,n,{prereleases:true})}catch{return true}}const isPrerelease=e=>{const n=(0,s.WE)(e)
return n?.is_prerelease===true||n?.is_devrelease===true}
const namesPrerelease=e=>e.split(",").some(e=>!e.startsWith("!=")&&isPrerelease(e.replace(/^[=<>~!]+/,"")))
function runsOn(e,n){if(e===undefined||n===undefined)return true
return satisfiesSpecifier(`${n}.99`,e)||satisfiesSpecifier(`${n}.0`,e)}function installFormOf({wheels:e,source:n},t){const{key:s,choice:o,target:r,python:a}=t
const names=e=>e.includes(":all:")||e.some(e=>e.toLowerCase()===s)
const c=names(o.noBinary)&&!o.onlyBinary.includes(s)
const d=c?[]:e.filter(e=>r===undefined||(0,i.mF)(e,r))
if(d.some(e=>(0,i.KZ)(e)&&(0,i.mF)(e,r??{platform:"any",...a&&{python:a}})))return"pure"
if(d.length>0)return"wheel"
return n&&!names(o.onlyBinary)?"source":undefined}function nearestVersions(e,n){const t=finalVersions(e)
const i=t.filter(e=>(0,s.UD)(e,n)<0).at(-1)
const o=t.find(e=>(0,s.UD)(e,n)>0)
return[i,o].filter(e=>e!==undefined)}function newestVersion(e){return finalVersions(e).at(-1)}function finalVersions(e){return e.filter(({version:e,yanked:n})=>!isPrerelease(e)&&n===undefined).map(({version:e})=>e).sort(s.UD)}}),15330:((e,n,t)=>{t.d(n,{g:()=>findMountedFile,v:()=>traceCopy})
var s=t(76760)
var i=t(33916)
const o=20
const r=1e3
function traceCopy(e,{stage:n,before:t,depth:a=0,search:c={left:r}},d,l){if(a>o||c.left--<=0)return undefined
const u=[]
for(const o of d.steps.slice(0,t).reverse()){if(o.stage!==n)continue
if(o.instruction.keyword==="RUN"){u.push(o)
continue}const t=(0,i.y6)(o.instruction,"from")
const r=t===undefined?undefined:findStageIndex(t,n,d)
for(const n of possibleSources(e,o,l)){if(r===undefined){const e=findInputFile(n,o,l)
if(e!==undefined)return{file:e,copies:[o],runs:u}
continue}const e={stage:r,depth:a+1,search:c}
const t=traceCopy(s.posix.resolve("/",n),e,d,l)
if(t)return{...t,copies:[...t.copies,o],runs:[...t.runs,...u]}}}const f=d.stages.find(({index:e})=>e===n)?.base
if(f?.kind!=="stage")return undefined
const p=traceCopy(e,{stage:f.stage,depth:a+1,search:c},d,l)
return p&&{...p,runs:[...p.runs,...u]}}function findMountedFile(e,n,t){for(const{type:o,source:r,target:a,from:c}of(0,i.bq)(n.instruction)??[]){if(o!=="bind"||c!==undefined||a==="")continue
const i=s.posix.resolve(n.workdir,a)
const d=e===i?"":pathBelow(i,e)
const l=d===undefined?undefined:findInputFile(s.posix.join(r||".",d),n,t)
if(l!==undefined)return l}return undefined}const pathBelow=(e,n)=>{const t=e==="/"?"/":`${e}/`
return n.startsWith(t)?n.slice(t.length):undefined}
function possibleSources(e,n,t){const{paths:i,workdir:o,instruction:r}=n
const a=i.at(-1)
if(a===undefined||i.length<2)return[]
const c=s.posix.resolve(o,a)
const d=i.slice(0,-1)
const l=pathBelow(c,e)
if(l===undefined)return e===c&&d.length===1?d:[]
if(r.flags.some(({name:e})=>e==="parents"))return[l]
return d.flatMap(e=>{const n=s.posix.basename(e)
if(/[*?[]/.test(n))return matchWildcard(s.posix.dirname(e),l,r.line,t)
return[...n===l?[e]:[],s.posix.join(e,l)]})}function matchWildcard(e,n,t,i){const o=s.posix.join(e,n).replace(/^\/+/,"")
const r=i.some(({input:e,entries:n,root:s})=>e.line===t&&n.some(({path:e})=>e===s+o))
return r?[o]:[]}function findInputFile(e,{instruction:n,stage:t},i){const o=s.posix.resolve("/",e).slice(1)
for(const{input:e,entries:s,root:r}of i){if(e.line!==n.line||e.stage!==t)continue
const i=s.find(({path:e,kind:n})=>n==="file"&&e===r+o)
if(i!==undefined)return i.path}return undefined}function findStageIndex(e,n,{stages:t}){const s=t.findLast(({name:t,index:s})=>s<n&&t===e.toLowerCase())
return s?.index??(/^\d+$/.test(e)?t.find(({index:t})=>t<n&&t===Number(e))?.index:undefined)}}),76438:((e,n,t)=>{t.d(n,{O:()=>expandKnown})
const s=64*1024
function expandKnown(e,n){let t=0
return e.replace(/\$(?:(\w+)|\{(\w+)\})/g,(e,i,o)=>{const r=i??o??""
const a=Object.hasOwn(n,r)?n[r]:undefined
t+=a?.length??0
return a===undefined||t>s?e:a})}}),44277:((e,n,t)=>{t.d(n,{M:()=>packageKey,p:()=>parseRequirement})
var s=t(39893)
const i=/^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*/
const o=/^(?:===|~=|==|!=|<=|>=|<|>)\s*[^\s,;()]+$/
const packageKey=e=>e.toLowerCase().replace(/[-_.]+/g,"-")
function parseRequirement(e){const n=i.exec(e)
const t=n?.[1]
if(n===null||t===undefined)return"it does not start with a package name"
const r=e.slice(n[0].length)
const a=(n[2]??"").split(",").map(e=>e.trim()).filter(Boolean)
const c={name:t,key:packageKey(t),extras:a,versionsOffset:n[0].length}
if(r.startsWith("@")){const[,e,n=""]=/^@\s*(\S+)(.*)$/s.exec(r.trimEnd())??[]
const t=n===""?undefined:/^\s+;(.+)$/s.exec(n)?.[1]?.trim()
if(e===undefined||n!==""&&!t)return"a URL must follow @"
return{...c,url:e,...(0,s.s)({marker:t})}}const d=r.indexOf(";")
const l=(d<0?r:r.slice(0,d)).trim()
const u=d<0?undefined:r.slice(d+1).trim()
const f=l.replace(/^\((.*)\)$/s,"$1").trim()
const p=f===""?[]:f.split(",").map(e=>e.trim())
const h=p.find((e,n)=>!o.test(e)&&!(e===""&&n===p.length-1))
if(h!==undefined)return describeInvalidVersion(h)
if(u==="")return"a marker must follow ;"
const m=p.filter(Boolean).map(e=>e.replace(/\s+/g,""))
return{...c,...(0,s.s)({versions:m.join(",")||undefined,marker:u})}}function describeInvalidVersion(e){if(/^=[^=]/.test(e))return`invalid version "${e}", write =${e}`
if(/^[\d.]/.test(e))return`invalid version "${e}", start with an operator such as ==`
return`invalid version "${e}"`}}),24300:((e,n,t)=>{t.d(n,{C:()=>shellWords,h:()=>shellCommands})
function shellWords(e){return shellCommands(e).flat()}function shellCommands(e){const n=[]
let t=[]
let s
const endWord=()=>{if(s!==undefined)t.push(s)
s=undefined}
const endCommand=()=>{endWord()
if(t.length>0)n.push(t)
t=[]}
for(let n=0;n<e.length;n++){const t=e[n]??""
if(t==="\\"){const t=e[++n]??""
if(t!=="\n")s=(s??"")+t}else if(t==="'"||t==='"'){const[t,i]=quoted(e,n)
s=(s??"")+t
n=i}else if(t==="#"&&s===undefined)n=endOfLine(e,n)-1
else if(/[;&|()\n]/.test(t))endCommand()
else if(/\s/.test(t))endWord()
else s=(s??"")+t}endCommand()
return n}function quoted(e,n){const t=e[n]
let s=""
let i=n+1
for(;i<e.length&&e[i]!==t;i++){if(t==='"'&&e[i]==="\\"&&/["\\$`\n]/.test(e[i+1]??"")){i++
if(e[i]==="\n")continue}s+=e[i]}return[s,i]}function endOfLine(e,n){const t=e.indexOf("\n",n)
return t<0?e.length:t}}),32865:((e,n,t)=>{t.d(n,{CI:()=>parseWheelName,KZ:()=>isPureWheel,dI:()=>pythonMachineOf,mF:()=>isCompatibleWheel})
function parseWheelName(e){const n=e.replace(/\.whl$/i,"").split("-")
if(!/\.whl$/i.test(e)||n.length!==5&&n.length!==6)return undefined
const t=n[1]??""
return{version:t.replaceAll("_","+"),tags:n.slice(-3).join("-")}}function parseWheelTags(e){const n=s.get(e)
if(n!==undefined)return n
const[t="",i="",o=""]=e.split("-").map(e=>e.toLowerCase())
const r={pythons:t.split("."),abis:i.split("."),platforms:o.split(".")}
s.set(e,r)
return r}const s=new Map
const isPureWheel=e=>parseWheelTags(e).platforms.includes("any")
function isCompatibleWheel(e,n){const{pythons:t,abis:s,platforms:i}=parseWheelTags(e)
return i.some(e=>isCompatiblePlatform(e,n))&&(n.python===undefined||isCompatiblePython(t,s,n.python))}const i={"linux/arm64":"aarch64","linux/amd64":"x86_64","linux/386":"i686","linux/arm/v7":"armv7l","linux/arm/v6":"armv6l","linux/ppc64le":"ppc64le","linux/s390x":"s390x","linux/riscv64":"riscv64"}
const pythonMachineOf=e=>i[e.replace(/\/arm64\/v8$/,"/arm64").replace(/\/amd64\/v\d$/,"/amd64")]
const o={manylinux1:"2.5",manylinux2010:"2.12",manylinux2014:"2.17"}
function isCompatiblePlatform(e,{platform:n,libc:t}){if(e==="any")return true
const s=pythonMachineOf(n)
if(s===undefined||!e.endsWith(`_${s}`))return false
const i=e.slice(0,-s.length-1)
if(i==="linux")return true
const r=/^musllinux_\d+_\d+$/.test(i)
if(r)return t===undefined||t.kind==="musl"
const a=/^manylinux_(\d+)_(\d+)$/.exec(i)
const c=a===null?o[i]:`${a[1]}.${a[2]}`
if(c===undefined)return false
if(t===undefined)return true
return t.kind==="glibc"&&(t.version===undefined||minor(c)<=minor(t.version))}const minor=e=>Number(e.split(".")[1])
function isCompatiblePython(e,n,t){const s=minor(t)
const i=`cp3${s}`
if(e.includes(i)&&(n.includes(i)||n.includes("none")||n.includes("abi3")))return true
if(n.includes("abi3")&&e.some(e=>/^cp3\d+$/.test(e)&&Number(e.slice(3))<=s))return true
if(!n.includes("none"))return false
return e.some(e=>e==="py3"||/^py3\d+$/.test(e)&&Number(e.slice(3))<=s)}}),28195:((e,n,t)=>{t.d(n,{PS:()=>a,ZT:()=>originMismatch,cu:()=>identityOf,dn:()=>identityAnnotations,eQ:()=>describeForeign,lK:()=>repositoryMismatch,nx:()=>repositoryOfSource,oU:()=>repositoryToAnnotations,qL:()=>r,tx:()=>identityMismatch,xc:()=>repositoryFromAnnotations})
var s=t(39893)
var i=t(9489)
var o=t(98599)
const r="com.lucid.fingerprint"
const a="com.lucid.platform"
const c="com.lucid.service"
const d="org.opencontainers.image.source"
const l="com.lucid.repository-id"
const repositoryOfSource=({url:e,repositoryId:n})=>(0,s.s)({url:e,repositoryId:n})
function identityOf({service:e,platform:n,fingerprint:t},s){return{service:e,platform:n,fingerprint:t,...repositoryOfSource(s)}}function identityAnnotations({service:e,platform:n,fingerprint:t,...s}){return{[c]:e,[a]:n,[r]:t,...repositoryToAnnotations(s),[o.E]:o.B}}function repositoryToAnnotations({url:e,repositoryId:n}){return{...e!==undefined&&{[d]:e},...n!==undefined&&{[l]:n}}}function repositoryFromAnnotations(e){const{[d]:n,[l]:t}=e
return(0,s.s)({url:n,repositoryId:t})}const describeForeign=(e,n)=>`${e} was found, but is not ours: ${n}`
function identityMismatch(e,n){const t=originMismatch(e,n)
if(t!==undefined)return t
if(n[o.E]!==o.B)return"another version of this program built it"
return n[r]===e.fingerprint?undefined:"it was built from other inputs"}function originMismatch(e,n){if(n[r]===undefined)return"it does not state what it was built from"
const{[c]:t,[a]:s}=n
if(t===undefined||s===undefined)return"it does not state its service and platform"
if(t!==e.service)return`it is an image of the service ${t}`
if(s!==e.platform)return`it was built for ${s}`
return repositoryMismatch(e,repositoryFromAnnotations(n))}function repositoryMismatch(e,n){const t=e.repositoryId!==undefined&&n.repositoryId!==undefined?e.repositoryId===n.repositoryId:normalizeUrl(e.url)===normalizeUrl(n.url)
if(t)return undefined
const s=n.url??n.repositoryId
return s===undefined?"it does not state its source repository":`it belongs to ${s}`}const normalizeUrl=e=>e&&(0,i._9)(e.toLowerCase())}),98599:((e,n,t)=>{t.d(n,{B:()=>s,E:()=>i})
const s="lucid-4"
const i="com.lucid.recipe"}),11671:((e,n,t)=>{t.d(n,{C0:()=>isLoopbackVariable,IA:()=>findPythonLoopbackBind,KC:()=>healthcheckTarget,LL:()=>listenPort,Ws:()=>loopbackAddress,pY:()=>expandKnownVariables})
const s=/(?:https?:\/\/|[\s'"])(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(\/[^\s'"`),;|&<>\\]*)?(?=[\s'"`),;|&<>\\]|$)/
const i=/\$(?:(\w+)|\{(\w+)(?::?-([^{}]*))?\})/g
function expandKnownVariables(e,n){return e.replace(i,(e,t,s,i)=>n(t??s??"")??i??e)}function healthcheckTarget(e,n){const t=expandKnownVariables(e.join(" "),n)
const i=s.exec(t)
if(i===null||i[2]?.includes("$"))return undefined
if(!i[0].startsWith("http")&&(i[1]===undefined||i[2]===undefined)&&!/\b(?:curl|wget)\b/.test(t))return undefined
return{port:i[1]===undefined?80:Number(i[1]),path:i[2]??"/"}}const o=/(?:^|\s)--(?:server[.-]|http-|listen-)?port[=\s]+["']?(\d{2,5})(?=["'\s]|$)/
const r=/(?:^|\s)(?:--bind|-b|--listen|--addr(?:ess)?)[=\s]+["']?(?:[\w.*[\]:]*):(\d{2,5})(?=["'\s]|$)/
function listenPort(e){const n=e.join(" ")
const t=o.exec(n)??r.exec(n)
return t===null?undefined:Number(t[1])}const a="(?:tcp://|https?://)?(?:127\\.0\\.0\\.1|localhost|\\[?::1\\]?)"
const c=new RegExp(`(?:^|\\s)(?:--(?:host|bind|listen|listen-address|addr|address|ip|server\\.address)|-b)[=\\s]+["']?(${a}(?::\\d+)?)(?=["'\\s]|$)`)
const loopbackAddress=e=>c.exec(e.join(" "))?.[1]
const d=`["'](127\\.0\\.0\\.1|localhost)["']`
const l=[`\\b(?:\\w+\\.run|run_app|run_simple|serve|create_server|start_server)\\s*\\((?:[^()]|\\([^()]*\\))*?\\bhost\\s*=\\s*${d}`,`\\b(?:start_server|create_server)\\s*\\(\\s*[\\w.]+\\s*,\\s*${d}`,`\\b(?:run_simple|make_server|WSGIServer)\\s*\\(\\s*\\(?\\s*${d}`,`\\b(?:\\w*HTTPServer|\\w*TCPServer|\\w+\\.bind)\\s*\\(\\s*\\(\\s*${d}`].map(e=>new RegExp(e))
function findPythonLoopbackBind(e){const n=e.replace(/^[ \t]*#.*$/gm,"")
for(const e of l){const t=e.exec(n)
if(t===null)continue
const[s,i=""]=t
return{line:n.slice(0,t.index+s.lastIndexOf(i)).split("\n").length,address:i}}return undefined}const u=/^(?:HOST|BIND|BIND_(?:HOST|ADDR|ADDRESS)|LISTEN(?:_(?:HOST|ADDR|ADDRESS))?|(?:SERVER|API|APP|HTTP|UVICORN|FLASK_RUN)_HOST)$/
const f=new RegExp(`^${a}(?::\\d+)?$`)
const isLoopbackVariable=(e,n)=>u.test(e)&&f.test(n)}),25761:((e,n,t)=>{t.d(n,{Ae:()=>serviceKind,WF:()=>isStarted,hb:()=>whyNotStarted})
function serviceKind(e,n){const{name:t,run:s,ports:i,health:o}=n
if(s!==undefined)return s
if(i.length>0||o!==undefined)return"server"
if([...e.services,...e.externals].some(({needs:e})=>e.includes(t)))return"worker"
if(n.command!==undefined)return"worker"
const r=e.images.flatMap(e=>e.service===t?e.command??[]:[])
if(r.includes("own"))return"worker"
return r.length>0&&!e.parents?.includes(t)?"worker":"base"}const isStarted=e=>e==="server"||e==="worker"||e==="job"
function whyNotStarted(e){if(e==="never")return"not started: the catalog says run: never"
return e==="base"?"a base image: it has no port, health check or command of its own":undefined}}),64320:((e,n,t)=>{t.d(n,{WQ:()=>isSameNeeds,ZZ:()=>imagesOfNeeds,aF:()=>changedCriteria,fO:()=>smokeCriteria,wB:()=>l})
var s=t(77598)
var i=t(12311)
var o=t(25761)
const r=1
const a={kind:"how it runs",health:"health check",ports:"ports",env:"environment",command:"command",hardening:"hardening",needs:"needs",policy:"policy"}
const c={...{run:"kind",health:"health",timing:"health",ports:"ports",env:"env",command:"command"},...{hardening:"hardening",needs:"needs",policy:"policy"},...{name:"none",title:"none",description:"none",phase:"none",at:"none",problems:"none"},...{image:"none",declaredImage:"none",copies:"none",dockerfile:"none",context:"none",target:"none"},...{platforms:"none",runners:"none",ttl:"none",args:"none",secrets:"none",ssh:"none",contexts:"none"},...{created:"none",compression:"none",rewriteTimestamp:"none",tags:"none",floating:"none",flavor:"none",labels:"none",verify:"none",lint:"none"}}
const d={...{smoke:false,verify:false,version:false,hardening:true,stop:true}}
const l=i.Ikc({hash:i.YjP(),parts:i.g1P(i.YjP(),i.YjP())})
function smokeCriteria(e,n){const t={kind:(0,o.Ae)(e,n),health:n.health??n.timing,ports:n.ports.map(({container:e,protocol:n})=>`${e}/${n}`),env:n.env,command:n.command,hardening:n.hardening,needs:n.needs.toSorted(),policy:Object.entries(n.policy).filter(([e])=>d[e])}
const s=Object.entries(t).map(([e,n])=>[e,hashOf(n).slice(0,8)])
return{hash:hashOf([r,s]).slice(0,16),parts:Object.fromEntries(s)}}function changedCriteria(e,n){return Object.keys(a).flatMap(t=>e.parts[t]===n.parts[t]?[]:a[t])}function imagesOfNeeds({services:e,externals:n},t,s){const i=new Set(t.needs)
const o=[]
for(const t of i){const r=n.find(e=>e.name===t)
const a=r??e.find(e=>e.name===t)
const c=r?.image??s(t)
if(a===undefined||c===undefined)return undefined
o.push([t,c])
for(const e of a.needs)i.add(e)}return Object.fromEntries(o.sort(([e],[n])=>e<n?-1:1))}const isSameNeeds=(e,n)=>JSON.stringify(Object.entries(e??{}).sort())===JSON.stringify(Object.entries(n??{}).sort())
function hashOf(e){return(0,s.hash)("sha256",JSON.stringify(e,sorted)??"undefined")}function sorted(e,n){if(typeof n!=="object"||n===null||Array.isArray(n))return n
return Object.fromEntries(Object.entries(n).sort(([e],[n])=>e<n?-1:1))}}),3733:((e,n,t)=>{t.d(n,{LK:()=>parseShellStartCommand,Lb:()=>parseStartCommand,uV:()=>pythonTarget})
var s=t(76760)
var i=t(24300)
const o=/^(?:ba|da|a|k|z|mk)?sh$/
const r=/^(?:python|pypy)[\d.]*$/
const a=/^(?:tini|tini-static|dumb-init|catatonit|exec|env|nice|nohup|setsid|su-exec|gosu|chronic)$/
function parseStartCommand(e){const n=withoutWrappers(e)
const[t,...i]=n
if(t===undefined||t===""||t.includes("$"))return undefined
const a=s.posix.basename(t)
const c=o.test(a)
if(c){const e=i.findIndex(e=>!e.startsWith("-"))
const n=i.slice(0,e<0?i.length:e)
if(n.some(e=>/^-[a-zA-Z]*[so]/.test(e)))return{program:t,isShell:c}
if(n.some(e=>/^-[a-zA-Z]*c/.test(e)))return e<0?undefined:parseShellStartCommand(i[e]??"")
return withScript({program:t,isShell:c},i[e])}if(r.test(a)){const e=pythonTarget(i)
return withScript({program:t,isShell:c},e?.kind==="file"?e.name:undefined)}if(a==="node"){const e=i[0]??""
return withScript({program:t,isShell:c},/^[^-].*\.[cm]?[jt]s$/.test(e)?e:undefined)}if(a==="java")return withScript({program:t,isShell:c},i[i.indexOf("-jar")+1||i.length])
if(/^(?:ruby|perl|php|Rscript|lua)$/.test(a))return withScript({program:t,isShell:c},i[0]?.startsWith("-")?undefined:i[0])
return{program:t,isShell:c}}const withScript=(e,n)=>n===undefined||n===""||/[$*?`]/.test(n)?e:{...e,script:n}
function parseShellStartCommand(e){if(/^\s*(?:if|for|while|until|case|select|function|\{|\[)/.test(e)||/[`]|\$\(|<<|>/.test(e))return undefined
for(const n of(0,i.h)(e)){if(/^(?:set|export|umask|ulimit|echo|printf|sleep|:)$/.test(n[0]??""))continue
return parseStartCommand(n.slice(n.findIndex(e=>!/^\w+=/.test(e))))}return undefined}function withoutWrappers(e){const[n="",...t]=e
const i=s.posix.basename(n)
if(!a.test(i))return e
const o=t.indexOf("--")
const r=/^(?:su-exec|gosu)$/.test(i)?t.slice(1):t
const c=o>=0?t.slice(o+1):r.slice(r.findIndex(e=>!/^\w+=/.test(e)))
return o<0&&r[0]?.startsWith("-")?[]:withoutWrappers(c)}function pythonTarget(e){const n=new Set(["-W","-X","--check-hash-based-pycs"])
for(let t=0;t<e.length;t++){const s=e[t]??""
const i=e[t+1]
if(s==="-m")return i===undefined?undefined:{kind:"module",name:i}
const o=/^-[a-ln-zA-Z]*m(.*)$/s.exec(s)
if(o&&!s.startsWith("--")&&!/^-[WX]/.test(s)&&!/c/.test(s))return(o[1]||i)===undefined?undefined:{kind:"module",name:o[1]||(i??"")}
if(/^-[a-zA-Z]*c/.test(s)||s==="-")return undefined
if(n.has(s))t++
else if(!s.startsWith("-"))return{kind:"file",name:s}}return undefined}}),9260:((e,n,t)=>{t.d(n,{FQ:()=>whyIndexUnlisted,Jv:()=>whyUnlisted,Q8:()=>a,kZ:()=>whyVerdictUnlisted,ve:()=>isUnverifiable})
var s=t(85465)
var i=t(98599)
var o=t(64320)
var r=t(1124)
const a="it is not signed"
const isUnverifiable=e=>e instanceof s.yo&&e.problems.every(({code:e})=>e==="sign/cannot-verify")
const c=[({service:e},n)=>e===n.service?undefined:`it was signed as an image of ${e}`,({platform:e},n)=>e===n.platform?undefined:`it was signed as an image for ${e}`,({recipe:e},{fingerprint:n})=>n===undefined||e===i.B?undefined:"it was signed for another version of this program",({fingerprint:e},n)=>n.fingerprint===undefined||e===n.fingerprint?undefined:"it was signed for other inputs",({outcome:e},n)=>n.as===undefined||e===n.as?undefined:"no run kept it",({builder:e},n,t)=>(0,r.GS)(e,t)]
function whyUnlisted({content:e},n,t){const[s]=e.images.filter(({digest:e})=>e===t.digest).map(e=>{const s=c.map(s=>s(e,t,n))
const i=s.findIndex(e=>e!==undefined)
return i===-1?{passed:s.length,why:undefined}:{passed:i,why:s[i]}}).sort((e,n)=>n.passed-e.passed)
return s===undefined?"its signature does not say what it was built from":s.why}function whyIndexUnlisted({content:e},{service:n,digest:t}){const s=e.indexes.some(e=>e.digest===t&&e.service===n)
return s?undefined:`its signature does not list it as an index of ${n}`}function whyVerdictUnlisted({content:e},n){const{service:t,platform:s,digest:i,hash:r,needs:a}=n
const c=e.verdicts.filter(e=>e.digest===i&&e.service===t&&e.platform===s)
if(c.length===0)return"its signature has no verdict on it"
const d=c.filter(e=>e.hash===r&&(0,o.WQ)(e.needs,a))
if(d.length===0)return"it was signed for other checks or needs"
return d.some(({verdict:e})=>e==="healthy")?undefined:"it was signed as unhealthy"}}),1124:((e,n,t)=>{t.d(n,{aK:()=>a,wg:()=>trustedSigner,RY:()=>whyUntrusted,GS:()=>whyUntrustedBuilder})
var s=t(39893)
var i=t(28195)
const o=new Set([])
const r="https://token.actions.githubusercontent.com"
const a="https://github.com/lucid/build-action"
const c=`${a}/.github/workflows/build-signed.yml`
const d=/^refs\/tags\/v\d+(?:\.\d+){0,2}$/
const l=["push","pull_request","schedule","workflow_dispatch","merge_group"]
const u=["push","schedule","workflow_dispatch"]
const f=[{id:"issuer",holds:e=>e.issuer===r,why:e=>`its identity was issued by ${e.issuer}`},{id:"workflow",holds:({workflow:e},{ownWorkflow:n})=>e===n||e.slice(0,e.lastIndexOf("@"))===c,why:({workflow:e})=>`${e} signed it, not this action's own workflow`},{id:"workflow version",holds:({workflow:e,workflowCommit:n},{ownCommit:t,ownWorkflow:s})=>{if(e===s)return true
const i=e.slice(e.lastIndexOf("@")+1)
if(d.test(i))return true
return n===i&&(o.has(i)||i===t)},why:({workflow:e})=>`its workflow was at ${e.slice(e.lastIndexOf("@")+1)}, which is not a release`},{id:"runner",holds:({runner:e})=>e==="github-hosted",why:({runner:e})=>`it was signed on ${e===undefined?"an unknown":`a ${e}`} runner`},{id:"repository",holds:({repository:e="",repositoryId:n},t)=>isThisRepository({url:e,repositoryId:`${URL.parse(e)?.host}/${n}`},t),why:({repository:e="another repository"})=>`it was signed for ${e}`},{id:"event",holds:({event:e=""})=>l.includes(e),why:({event:e})=>`the event ${e} runs code of others`},{id:"branch",onlyProtected:true,holds:isOnProtectedRef,why:({ref:e="an unknown ref"})=>`it was signed on ${e}, which is not protected`},{id:"protected event",onlyProtected:true,holds:({event:e=""})=>u.includes(e),why:({event:e})=>`it was signed by the event ${e}`}]
function whyUntrusted(e,{source:n},t){const s=e.kind==="workflow"&&isOwnRun(e,t)?"same-repository":t.from
if(s==="any")return undefined
if(s==="none")return"`reuse.from` is `none`"
if(e.kind==="key")return whyUntrustedKey(e.key,n,t)
const i=f.find(({holds:n,onlyProtected:i})=>(!i||s==="protected")&&!n(e,t))
return i?.why(e)}const isOwnRun=({run:e},{ownRun:n})=>n!==undefined&&e?.replace(/\/attempts\/\d+$/,"")===n
function isThisRepository({url:e,repositoryId:n},t){if(t.repositoryId!==undefined)return n===t.repositoryId
return(0,i.lK)((0,s.s)({url:t.repositoryUrl}),(0,s.s)({url:e}))===undefined}function isOnProtectedRef({ref:e="",event:n},{isProtected:t}){if(e.startsWith("refs/tags/"))return n==="push"
return e.startsWith("refs/heads/")&&t(e.slice("refs/heads/".length))}const isProtectedRun=(e,n)=>isOnProtectedRef(e,n)&&u.includes(e.event??"")
function whyUntrustedKey(e,n,t){if(!t.keys.includes(e))return"its key is not in the catalog"
if(!isThisRepository(n,t))return`it was signed for ${n.url??"another repository"}`
if(t.from!=="protected")return undefined
return isProtectedRun(n,t)?undefined:"it was not signed for a protected branch"}function trustedSigner(e,n,t){return{signer:e,onProtected:isProtectedRun(e.kind==="key"?n:e,t)}}function whyUntrustedBuilder({runner:e,remote:n,mirror:t,cache:s,secrets:i},{signer:o,onProtected:r}){const a=o.kind==="workflow"
if(a&&e!=="github-hosted")return`it was built on a ${e} runner`
if(n)return"it was built by a builder on another machine"
if(t)return"its base images came from a mirror"
if(!a)return undefined
if(s!==undefined&&s!=="gha")return`its layers may come from a ${s} cache, which is not signed`
if(r)return undefined
if(i)return"it was built with secrets in a run that is not protected"
return s&&"its layers may come from a cache that runs which are not protected can write"}}),55600:((e,n,t)=>{t.d(n,{NJ:()=>readRunStatement,ep:()=>writeRunStatement,wd:()=>d,wy:()=>a})
var s=t(12311)
var i=t(16496)
var o=t(64320)
const r="https://in-toto.io/Statement/v1"
const a="https://slsa.dev/provenance/v1"
const c="https://github.com/lucid/build-action/blob/main/docs/signing.md#statement"
const d=s.Ikc({runner:s.k5n(["github-hosted","self-hosted","local"]),remote:s.euz(true).exactOptional(),mirror:s.euz(true).exactOptional(),cache:s.k5n(["gha","registry","local","inline"]).exactOptional(),secrets:s.euz(true).exactOptional()})
const l=s.Ikc({service:s.YjP(),platform:s.YjP(),digest:s.YjP(),fingerprint:s.YjP(),recipe:s.YjP(),components:s.g1P(s.YjP(),s.YjP()),outcome:s.k5n(["built","kept","relabelled"]),from:s.YjP().exactOptional(),builder:d})
const u=s.Ikc({service:s.YjP(),platform:s.YjP(),digest:s.YjP(),verdict:s.k5n(["healthy","unhealthy"]),...o.wB.shape,needs:s.g1P(s.YjP(),s.YjP()).exactOptional()})
const f=s.Ikc({service:s.YjP(),digest:s.YjP(),images:s.YOg(s.YjP()),version:s.YjP().exactOptional()})
const p=s.Ikc({images:s.YOg(l),verdicts:s.YOg(u),indexes:s.YOg(f)})
const h=s.Ikc({url:s.YjP().exactOptional(),repositoryId:s.YjP().exactOptional(),revision:s.YjP(),ref:s.YjP().exactOptional(),event:s.YjP().exactOptional()})
const m=s.Ikc({_type:s.euz(r),subject:s.YOg(s.Ikc({name:s.YjP(),digest:s.Ikc({sha256:s.YjP()})})),predicateType:s.euz(a),predicate:s.Ikc({buildDefinition:s.Ikc({buildType:s.euz(c),externalParameters:s.Ikc({source:h}),internalParameters:s.Ikc({lucid:p})})})})
function writeRunStatement({source:e,subjects:n,content:t},s){const{builder:i,invocation:o,workflow:d,github:l}=s
const u={_type:r,subject:n.map(({name:e,digest:n})=>({name:e,digest:{sha256:n.replace(/^sha256:/,"")}})),predicateType:a,predicate:{buildDefinition:{buildType:c,externalParameters:{source:e,...d&&{workflow:d}},internalParameters:{lucid:t,...l&&{github:l}},...e.url!==undefined&&{resolvedDependencies:[{uri:`git+${e.url}${e.ref===undefined?"":`@${e.ref}`}`,digest:{gitCommit:e.revision}}]}},runDetails:{builder:{id:i},...o&&{metadata:{invocationId:o}}}}}
return(new TextEncoder).encode(JSON.stringify(u))}function readRunStatement(e,n){const t=(0,i.qF)(e)
if(!(0,i.lA)(m,t,n))return undefined
const{externalParameters:s,internalParameters:o}=t.predicate.buildDefinition
return{source:s.source,subjects:t.subject.map(({name:e,digest:n})=>({name:e,digest:`sha256:${n.sha256}`})),content:o.lucid}}}),36307:((e,n,t)=>{t.d(n,{E:()=>i,c:()=>describeSigner})
var s=t(12311)
const i=s.gMt("kind",[s.Ikc({kind:s.euz("workflow"),issuer:s.YjP(),workflow:s.YjP(),workflowCommit:s.YjP().exactOptional(),repository:s.YjP().exactOptional(),repositoryId:s.YjP().exactOptional(),ref:s.YjP().exactOptional(),commit:s.YjP().exactOptional(),event:s.YjP().exactOptional(),runner:s.YjP().exactOptional(),run:s.YjP().exactOptional()}),s.Ikc({kind:s.euz("key"),key:s.YjP()})])
function describeSigner(e){if(e.kind==="key")return"a key"
const{workflow:n,repository:t="",ref:s,event:i}=e
const o=n.replace(/^.*\/\.github\/workflows\//,"").replace("@refs/tags/","@")
const r=URL.parse(t)?.pathname.slice(1)
return[o,r&&`of ${r}`,s&&`on ${s.replace(/^refs\/(heads|tags)\//,"")}`,i&&`(${i})`].filter(Boolean).join(" ")}}),29649:((e,n,t)=>{t.d(n,{$:()=>computeTags})
var s=t(39893)
var i=t(16083)
var o=t(99185)
var r=t(11655)
var a=t(62088)
function parseSemver(e){const n=a.parse(e)
if(n===null)return undefined
const{version:t,major:s,minor:i,patch:o,prerelease:r}=n
return{version:t,major:`${s}`,minor:`${i}`,patch:`${o}`,special:r.length>0}}const c=new RegExp([/^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)/,/(?:[-_.]?(?<pre>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<preNumber>\d*))?/,/(?<post>-(?<implicit>\d+)|[-_.]?(?:post|rev|r)[-_.]?(?<postNumber>\d*))?/,/(?<dev>[-_.]?dev[-_.]?(?<devNumber>\d*))?/,/(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/].map(({source:e})=>e).join(""),"i")
const d={...{alpha:"a",a:"a",beta:"b",b:"b",c:"rc",rc:"rc",pre:"rc",preview:"rc"}}
function parsePep440(e){const n=c.exec(e)?.groups
if(n===undefined)return undefined
const t=(n.release??"").split(".").map(e=>`${BigInt(e)}`)
const number=e=>`${BigInt(e||"0")}`
const s=[n.epoch===undefined||number(n.epoch)==="0"?"":`${number(n.epoch)}!`,t.join("."),n.pre===undefined?"":`${d[n.pre.toLowerCase()]}${number(n.preNumber)}`,n.post===undefined?"":`.post${number(n.implicit??n.postNumber)}`,n.dev===undefined?"":`.dev${number(n.devNumber)}`,n.local===undefined?"":`+${n.local.toLowerCase().replace(/[-_]/g,".")}`].join("")
const[i="0",o="0",r="0"]=t
const a=n.pre!==undefined||n.post!==undefined||n.dev!==undefined
return{version:s,major:i,minor:o,patch:r,special:a}}var l=t(5164)
var u=t(11200)
var f=t(48285)
var p=t(27381)
function sanitize(e){return e.replace(/\//g,"-").replace(/[^a-zA-Z0-9._-]+/g,"-")}function describeFault(e,n,{message:t,why:i,fix:o}){return{message:`${e} ${JSON.stringify(n)}: ${t}`,...(0,s.s)({why:i,fix:o})}}const mayBeWritten=e=>f.RF.test(e)&&(0,p.p1)(e)===undefined
function unusableTag(e,n){const t=(0,p.p1)(n)
if(t!==undefined)return{code:"tags/reserved",message:`rule ${JSON.stringify(e)} gives the tag ${JSON.stringify(n.slice(0,140))}`,why:(0,p.X$)(t),fix:"give it a prefix with type=..,prefix=, or extract a part of it with type=match"}
const s=JSON.stringify(n.length>140?`${n.slice(0,137)}\u2026`:n)
return{code:"tags/illegal",message:`rule ${JSON.stringify(e)} gives the invalid tag ${s}`,why:(0,f.Eb)(n),fix:suggestTag(n)}}function suggestTag(e){const n=sanitize(e).replace(/^[.-]+/,"").slice(0,f.Bl)
const t="extract a part of it with type=match or with match= of type=semver, or set another tag with type=raw"
return n===""?t:`${t}; docker/metadata-action would change it to ${JSON.stringify(n)}`}var h=t(36718)
const m=7
function computeTags(e,n,t={}){const s=expressionValues(n,t)
const o=e.flavor===undefined?r.a:(0,r.w)(e.flavor)
const a=[]
const c=[]
const d="message"in o?r.a:o
if("message"in o)a.push({code:"tags/flavor",...describeFault("flavor",e.flavor?.join(" ")??"",o)})
const l={source:n,values:s,flavor:d,problems:a,silent:c}
const u=applyRules(e.immutable,l)
const f=applyRules(e.floating,l)
const p=sortByPriority(u)
const h=(0,i.cB)(n)
const m=h?sortByPriority([...f,...flavorLatest([...u,...f],l)]):sortByPriority(f.filter(({isOfPull:e})=>e&&(0,i.od)(n)))
for(const e of m.filter(e=>p.includes(e))){a.push({code:"tags/both",message:`tag ${e} is both immutable and floating`,fix:"remove one of its rules from `tags` or `floating`, or set `flavor: [latest=false]`"})}const g=[...u,...h?f:[]].filter(({version:e})=>e!==undefined)
const[v]=g.toSorted((e,n)=>n.priority-e.priority)
const y=[...new Set(g.map(({tag:e})=>e))]
return{...{immutable:p,floating:m,problems:a},...c.length>0&&{silent:c},...v?.version!==undefined&&{version:v.version,versioned:y}}}const g=new Map
function applyRules(e,n){const{source:t,values:i,problems:o,silent:r}=n
const report=(e,n)=>o.push({code:"tags/rule",...describeFault("tag rule",e,n)})
const a=[]
for(const c of e){const e=g.get(c)??(0,h.G9)(c)
g.set(c,e)
if("message"in e){report(c,e)
continue}const d=tagOf(e,n)
const l=typeof d==="string"&&mayBeWritten(d)?ownTag(d,e,n):d
if(l===undefined){const n=t.event.kind==="tag"&&t.hold===undefined
if(n&&isExpected(e,i))r.push(c)}else if(typeof l==="object")report(c,l.fault)
else if(!mayBeWritten(l))o.push(unusableTag(c,l))
else a.push({...{tag:l,priority:e.priority,release:isRelease(e,t,i)},isOfPull:isOfPull(e),...(0,s.s)({version:releasedVersion(e,t,i)})})}return a}function ownTag(e,n,{source:t,values:s,flavor:i}){const{event:r,hold:a}=t
if(r.kind!=="pull_request"){const n=(0,l.R)(e)
return n===undefined?e:{fault:n}}if(r.number===undefined||a!==undefined)return undefined
const suffix=()=>(0,o.d)(n.suffix??i.suffix.text,s)??""
return(0,l.d)(r.number,isOfPull(n)?suffix():e)}const isOfPull=e=>e.kind==="ref"&&e.event==="pr"
function sortByPriority(e){return[...new Set(e.toSorted((e,n)=>n.priority-e.priority).map(({tag:e})=>e))]}function flavorLatest(e,{flavor:n,values:t,problems:s}){const{latest:i,prefix:r,suffix:a}=n
const[c]=e.toSorted((e,n)=>n.priority-e.priority)
if(c===undefined||i==="false"||i==="auto"&&!c.release)return[]
const affix=({onLatest:e,text:n})=>e?(0,o.d)(n,t):""
const[d,u]=[affix(r),affix(a)]
if(d===undefined||u===undefined)return[]
const f=`${d}latest${u}`
const p=(0,l.R)(f)
if(p!==undefined)s.push({code:"tags/rule",...describeFault("flavor",f,p)})
else if(mayBeWritten(f))return[{tag:f,priority:Number.NEGATIVE_INFINITY,release:false,isOfPull:false}]
else s.push(unusableTag("flavor",f))
return[]}function isAboutGitTag(e){switch(e.kind){case"semver":case"pep440":case"match":return e.value===undefined
case"ref":return e.event==="tag"
case"raw":return e.value.some(e=>e.kind==="name"&&e.name==="tag")
default:return false}}function isExpected(e,n){return isAboutGitTag(e)&&(0,o.d)(e.enable,n)==="true"}function releasedVersion(e,n,t){if(e.kind==="semver"||e.kind==="pep440"){const s=versionPartsOf(e,n,t)
return s===undefined||"fault"in s?undefined:s.version}if(e.kind!=="match"&&!isAboutGitTag(e))return undefined
const s=coreOf(e,n,t)
return typeof s==="string"?s.replace(/^v(?=\d)/,""):undefined}function isRelease(e,n,t){switch(e.kind){case"semver":case"pep440":{const s=versionPartsOf(e,n,t)
return s!==undefined&&!("fault"in s)&&!s.special}case"match":return true
case"ref":return e.event==="tag"
default:return false}}function tagOf(e,{source:n,values:t,flavor:s}){const i=(0,o.d)(e.enable,t)
if(i==="false"||i===undefined)return undefined
if(i!=="true")return{fault:{message:`enable is ${JSON.stringify(i)}`,fix:"it must be true or false"}}
const r=coreOf(e,n,t)
if(r===undefined||r===""||typeof r==="object")return r||undefined
const affix=n=>e[n]??s[n].text
const[a,c]=[(0,o.d)(affix("prefix"),t),(0,o.d)(affix("suffix"),t)]
return a===undefined||c===undefined?undefined:`${a}${r}${c}`}function coreOf(e,n,t){const{event:s,hold:i}=n
if(i!==undefined&&!namesTheRun(e))return undefined
if(s.kind==="pull_request"&&isVersion(e))return undefined
const r=branchOf(n)
switch(e.kind){case"schedule":return s.kind==="schedule"?(0,o.d)(e.pattern,t):undefined
case"semver":case"pep440":return versionOf(e,n,t)
case"match":{const s=ruleInput(e.value,n,t)
const i=s===undefined?undefined:(0,u.qA)(s,e.pattern,t)
const o=i?.[e.group]
return o===undefined?undefined:sanitize(o)}case"edge":return r!==undefined&&r===(e.branch??n.defaultBranch)?"edge":undefined
case"ref":if(e.event==="branch")return r===undefined?undefined:sanitize(r)
if(e.event==="tag")return s.kind==="tag"?sanitize(s.tag):undefined
return s.kind==="pull_request"&&s.number!==undefined?`${s.number}`:undefined
case"raw":return(0,o.d)(e.value,t)
case"sha":return(0,o.d)([{kind:"name",name:e.format==="long"?"revision":"sha"}],t)
default:return e}}function versionOf(e,n,t){const s=versionPartsOf(e,n,t)
if(s===undefined||"fault"in s)return s
const{raw:i,special:r,version:a,major:c,minor:d,patch:l}=s
if(r)return sanitize(e.raw?i:a)
const u={...t.names,raw:sanitize(i),version:sanitize(a),major:c,minor:d,patch:l}
return(0,o.d)(e.pattern,{...t,names:u})}function namesTheRun(e){if(isVersion(e)||e.kind==="ref"&&e.event==="tag")return false
if(e.kind!=="raw")return true
const n=[...e.prefix??[],...e.value,...e.suffix??[]]
return n.some(e=>e.kind==="date"||e.kind==="name"&&!v.includes(e.name))}const isVersion=({kind:e})=>e==="semver"||e==="pep440"||e==="match"
const v=["name","phase","project","is_default_branch","is_not_default_branch"]
function versionPartsOf(e,n,t){const s=ruleInput(e.value,n,t)
const i=s===undefined||e.match===undefined?undefined:(0,u.qA)(s,e.match,t)
const o=e.match===undefined?s:i?.[1]
if(o===undefined)return undefined
const r=(e.kind==="semver"?parseSemver:parsePep440)(o)
if(r!==undefined)return{...r,raw:o}
return e.value===undefined?undefined:{fault:{message:`${o} is not a valid ${e.kind} version`}}}function ruleInput(e,{event:n},t){if(e!==undefined)return(0,o.d)(e,t)
return n.kind==="tag"?n.tag:undefined}function branchOf({event:e}){return e.kind==="push"||e.kind==="schedule"||e.kind==="manual"?e.branch:undefined}function expressionValues(e,n){const{event:t,defaultBranch:s}=e
const o=branchOf(e)
const r="base"in t?t.base:undefined
const a=!e.dirty&&e.revision!==i.Pi
const c=a?e.revision:undefined
const d=o!==undefined&&o===s
return{date:e.date??(a?e.committedAt:undefined),commitDate:a?e.committedAt:undefined,names:{...{name:n.name,phase:n.phase,project:n.project},branch:o===undefined?undefined:sanitize(o),tag:t.kind==="tag"&&e.hold===undefined?sanitize(t.tag):undefined,base_ref:r===undefined?undefined:sanitize(r),sha:c?.slice(0,m),short_sha:c?.slice(0,m),revision:c,short_revision:c?.slice(0,m),is_default_branch:`${d}`,is_not_default_branch:`${!d}`}}}}),36320:((e,n,t)=>{t.d(n,{Fn:()=>standardLabels,V$:()=>fillTemplates,ey:()=>sourceDate,xw:()=>templateVars})
var s=t(39893)
var i=t(16083)
var o=t(88153)
function standardLabels(e,n,t={}){const s=templateVars(e,n,t)
const i={created:sourceDate(e),revision:e.revision,version:t.version,source:e.url,url:e.url,title:n.title,description:n.description??e.description,licenses:e.licenses,"base.name":t.baseName,"base.digest":t.baseDigest}
const o=Object.entries(i).map(([e,n])=>[`org.opencontainers.image.${e}`,n])
const r=Object.entries(fillTemplates(n.labels,s))
return Object.fromEntries([...new Map([...o,...r])].filter(e=>e[1]!==undefined&&e[1]!=="").sort(([e],[n])=>e<n?-1:e>n?1:0))}function templateVars(e,n,t={}){const{revision:o}=e
const r=sourceDate(e)
const a=o===i.Pi?o:o.slice(0,7)
return{name:n.name,revision:o,short_revision:a,...(0,s.s)({version:t.version,date:r,phase:n.phase,project:t.project})}}function fillTemplates(e,n){return Object.fromEntries(Object.entries(e).map(([e,t])=>[e,(0,o.ou)(t,n)]))}function sourceDate({revision:e,committedAt:n,date:t}){return t??(e===i.Pi?undefined:n)}}),71190:((e,n,t)=>{t.d(n,{H0:()=>volatileValues,Q$:()=>readBaked,X4:()=>describeStaleValues,tl:()=>shortenCommit,zt:()=>r})
var s=t(16496)
var i=t(36320)
const o="0.0.0"
function volatileValues(e,n,t,{project:s,version:r}){const a=(0,i.xw)(n,t,{project:s,version:r??fixedVersion(t)??o})
const c=(0,i.V$)(t.args,a)
const d={BUILD_DATE:n.date??n.committedAt,VCS_REF:n.revision,GIT_COMMIT:n.revision,REVISION:n.revision,VERSION:r??o}
return Object.fromEntries(e.flatMap(e=>{const n=Object.hasOwn(c,e)?c[e]:d[e]
return n===undefined?[]:[[e,n]]}))}function fixedVersion({args:e}){const n=Object.hasOwn(e,"VERSION")?e.VERSION:undefined
return n===undefined||n===""||n.includes("{{")?undefined:n}const r="com.lucid.baked"
function readBaked(e){return(0,s.Nc)((0,s.qF)(e[r]??""))}function describeStaleValues(e,n){return Object.entries(n).flatMap(([n,t])=>e[n]===undefined||e[n]===t?[]:[`${n} is baked into a layer: it stays ${shortenCommit(e[n])}, this run has ${shortenCommit(t)}`])}const shortenCommit=e=>/^[0-9a-f]{40,64}$/.test(e)?e.slice(0,7):e}),37552:((e,n,t)=>{t.d(n,{Mw:()=>o,dR:()=>externalBase,mG:()=>copyDestination,qz:()=>finalSteps,uP:()=>inheritedValue,wN:()=>bareBase,yu:()=>finalStages})
var s=t(76760)
var i=t(94819)
const o=20
function imageChain(e,n){const t=[e]
for(let s=catalogBase(e,n);s&&t.length<o;s=catalogBase(s,n))t.push(s)
return t}function catalogBase({trace:e,from:n},t){const{base:s}=e.finalStage
const o=s.kind==="named"?t.subjects.get(n[s.name]??""):undefined
return(0,i.Y)(o)?o:undefined}const finalStages=(e,n)=>imageChain(e,n).map(({trace:e})=>e.finalStage)
const inheritedValue=(e,n,t)=>finalStages(n,t).find(n=>n[e]!==undefined)?.[e]
function externalBase(e,n){const t=finalStages(e,n).at(-1)?.base
return t?.kind==="image"?t.ref:undefined}const finalSteps=(e,n)=>imageChain(e,n).flatMap(({trace:e})=>e.steps.filter(({stage:n})=>e.finalStage.chain.includes(n)))
const copyDestination=({workdir:e,paths:n})=>s.posix.resolve(e,n.at(-1)??"/")
const isChainguard=e=>/^cgr\.dev\/chainguard\/(?!(?:wolfi-base|busybox|bash|git|curl|min-toolkit-debug|alpine-base)(?:[:@]|$))/.test(e)&&!/:[^@]*-dev(?:@|$)/.test(e)
function bareBase(e,n){const t=finalStages(e,n).at(-1)?.base
const s=t?.kind==="image"?t.ref:""
const i=/(?:^|[/-])distroless(?:[/:@-]|$)/.test(s)&&!/[:-]debug/.test(s)||isChainguard(s)
if(t?.kind!=="scratch"&&!i)return undefined
if(finalSteps(e,n).some(mayAddShell))return undefined
return t?.kind==="scratch"?"scratch":"distroless"}const r=/^\/(?:usr\/?|(?:usr\/(?:local\/)?)?s?bin(?:\/(?:ba|da|a)?sh|\/busybox)?)?$|^\/busybox/
function mayAddShell(e){const{keyword:n,args:t}=e.instruction
if(n==="RUN")return false
const s=copyDestination(e)
if(s.includes("$")||r.test(s))return!isOneProgram(e)
return n==="ADD"&&t.some(e=>/\.(?:tar(?:\.\w+)?|tgz|txz|tbz2?)$/.test(e))}function isOneProgram({paths:e}){const[n="",t=""]=e
const s=/(?:^|\/)(?:(?:ba|da|a)?sh|busybox)$/.test(`${n} ${t}`.replace(" ","/"))
if(e.length!==2||/[*?$]/.test(n)||s)return false
if(/^\/(?:usr\/(?:local\/)?)?s?bin\/[^/]+$/.test(t))return true
return/bin\/$/.test(t)&&/\/[^/]+$/.test(n)&&!/\/(?:s?bin|lib|local|usr)$/.test(n)}}),77492:((e,n,t)=>{t.d(n,{O:()=>knownBaseVariables,a:()=>repositoryName})
var s=t(33916)
const i=[[/^(?:debian|ubuntu|alpine|busybox|almalinux|rockylinux)$/,[]],[/(?:^|\/)distroless\/(?:static|base|cc|python3)(?:-debian\d+)?$/,["SSL_CERT_FILE","LANG"]],[/^python$/,["LANG","GPG_KEY","PYTHON_VERSION","PYTHON_SHA256","PYTHON_PIP_VERSION","PYTHON_SETUPTOOLS_VERSION","PYTHON_GET_PIP_URL","PYTHON_GET_PIP_SHA256"]],[/^node$/,["NODE_VERSION","YARN_VERSION"]],[/^golang$/,["GOLANG_VERSION","GOTOOLCHAIN","GOPATH"]],[/^rust$/,["RUSTUP_HOME","CARGO_HOME","RUST_VERSION"]]]
function knownBaseVariables(e){const n=repositoryName(e)
const t=i.find(([e])=>e.test(n))?.[1]
return t&&new Set(["PATH",...t])}const repositoryName=e=>(0,s.GK)(e).replace(/@.*$/,"").replace(/:[^/:]*$/,"")}),97251:((e,n,t)=>{t.d(n,{RE:()=>markerApplies,B9:()=>packageFactsOf,nJ:()=>packageQueries,$F:()=>pipChoice,CR:()=>pipInstalls,oM:()=>requirementsToLookUp,LJ:()=>specifiersOf,vM:()=>stageRuntime})
var s=t(75569)
var i=t(99687)
const o=/\s*(\(|\)|===|~=|==|!=|<=|>=|<|>|"[^"]*"|'[^']*'|[A-Za-z_][\w.]*)/y
function evaluateMarker(e,n){const t=tokenize(e)
if(t===undefined)return"unknown"
const s=new MarkerParser(t,n)
return s.or()}function tokenize(e){const n=[]
o.lastIndex=0
while(o.lastIndex<e.trimEnd().length){const t=o.exec(e)?.[1]
if(t===undefined)return undefined
n.push(t)}return n}class MarkerParser{at=0
words
environment
constructor(e,n){this.words=e
this.environment=n}or(){let e=this.and()
while(this.take("or"))e=either(e,this.and())
return e}and(){let e=this.comparison()
while(this.take("and"))e=both(e,this.comparison())
return e}comparison(){if(this.take("(")){const e=this.or()
this.take(")")
return e}const e=this.next()
const n=this.take("not")?`not ${this.next()}`:this.next()
const t=this.next()
return compare(this.value(e),n,this.value(t),e,t)}next(){return this.words[this.at++]??""}take(e){if(this.words[this.at]!==e)return false
this.at++
return true}value(e){if(/^["']/.test(e))return e.slice(1,-1)
return variables(this.environment)[e]}}function variables({python:e,machine:n}){return{os_name:"posix","os.name":"posix",sys_platform:"linux","sys.platform":"linux",platform_system:"Linux",platform_machine:n,"platform.machine":n,platform_python_implementation:"CPython",implementation_name:"cpython",python_implementation:"CPython",python_version:e,python_full_version:e,extra:""}}function compare(e,n,t,...s){if(e===undefined||t===undefined)return"unknown"
if(n==="in")return toMarkerResult(t.includes(e))
if(n==="not in")return toMarkerResult(!t.includes(e))
const[i="",o=""]=s
if(/^python_(?:full_)?version$/.test(i))return compareVersions(i,e,n,t)
if(/^python_(?:full_)?version$/.test(o))return compareVersions(o,t,r[n]??n,e)
if(n==="=="||n==="===")return toMarkerResult(e===t)
if(n==="!=")return toMarkerResult(e!==t)
return"unknown"}const r={"<":">",">":"<","<=":">=",">=":"<="}
function compareVersions(e,n,t,s){const holds=e=>(0,i.ib)(e,`${t}${s}`,{prereleases:true})
if(e==="python_version")return toMarkerResult(holds(n))
const[o,r]=[holds(`${n}.0`),holds(`${n}.99`)]
return o===r?toMarkerResult(o):"unknown"}const toMarkerResult=e=>e?"yes":"no"
const either=(e,n)=>e==="yes"||n==="yes"?"yes":e==="no"&&n==="no"?"no":"unknown"
const both=(e,n)=>e==="no"||n==="no"?"no":e==="yes"&&n==="yes"?"yes":"unknown"
var a=t(76760)
var c=t(53123)
var d=t(39893)
var l=t(33916)
var u=t(15330)
var f=t(76438)
var p=t(44277)
function readLogicalLines(e,n){const t=[]
let s=[]
const end=()=>{const e=toLine(s,n)
if(e!==undefined)t.push(e)
s=[]}
for(const[n,t]of e.replace(/^\uFEFF/,"").split(/\r\n|\r|\n/).entries()){const e=/(?:^|\s)#/.test(t)
const i=!e&&t.endsWith("\\")
s.push({text:i?t.slice(0,-1):t,line:n+1})
if(!i)end()}end()
return t}function toLine(e,n){const t=e.map(({text:e})=>e).join("")
const s=t.replace(/(^|\s)#.*$/s,"$1")
const i=s.trim()
if(i==="")return undefined
const o=s.length-s.trimStart().length
return{text:i,at:t=>{let s=o+t
for(const t of e){if(s<t.text.length||t===e.at(-1))return{file:n,line:t.line,column:s+1}
s-=t.text.length}return{file:n}}}}var h=t(24300)
const m={extra:[],none:false,links:false,pre:false,noBinary:[],onlyBinary:[]}
const g=4*1024*1024
function parseRequirements(e,n){const t=[]
const s=[]
const i=[]
if(e.length>g){const o=`the file has ${e.length} characters: at most ${g} are read`
i.push({code:"requirements/too-large",message:o,at:{file:n,line:1}})
return{requirements:t,includes:s,choice:m,problems:i}}const o=[]
for(const r of readLogicalLines(decodeUtf16(e),n)){if(r.text.startsWith("-")){const e=readPipOptions((0,h.C)(r.text),r.at(0))
s.push(...e.includes)
o.push(e.choice)
continue}const e=readLine(r)
if(typeof e==="string"){const n=`invalid requirement ${JSON.stringify(shorten(r.text))}: ${e}`
i.push({code:"requirements/syntax",message:n,at:r.at(0)})}else if(e!==undefined)t.push(e)}return{requirements:t,includes:s,choice:mergeAll(o),problems:i}}const decodeUtf16=e=>e.includes("\0")?e.replace(/[\0\uFFFD]/g,""):e
function readLine(e){const n=/\s--[a-z]/.exec(e.text)
const t=n===null?e.text:e.text.slice(0,n.index)
if(isPathOrUrl(t))return undefined
const s=(0,p.p)(t)
if(typeof s==="string")return s
const{versionsOffset:i,...o}=s
return{...o,hashed:/ --hash[= ]/.test(e.text),at:e.at(0),versionsAt:e.at(o.versions===undefined?0:i)}}const isPathOrUrl=e=>/^(?:\.{1,2}(?:[/[\s]|$)|\/|~\/|[A-Za-z][A-Za-z0-9+.-]*:\/\/)/.test(e)||/^[^\s;@<>=!~]+\.(?:whl|zip|tar\.gz|tar\.bz2|tgz)(?:\s|\[|$)/i.test(e)||/^[\w.-]+\/[^\s@]*(?:\s|$)/.test(e)
const v={"-r":"requirements","--requirement":"requirements","-c":"constraints","--constraint":"constraints"}
const setIndex=e=>({index:e})
const addIndexes=e=>({extra:e.split(/\s+/).filter(Boolean)})
const addLinks=()=>({links:true})
const splitNames=e=>e.split(/[,\s]+/).filter(Boolean)
const y={"-i":setIndex,"--index-url":setIndex,"--pypi-url":setIndex,"--default-index":setIndex,"--extra-index-url":addIndexes,"--index":addIndexes,"-f":addLinks,"--find-links":addLinks,"--no-binary":e=>({noBinary:splitNames(e)}),"--only-binary":e=>({onlyBinary:splitNames(e)}),"-e":()=>({}),"--editable":()=>({})}
function readPipOptions(e,n){const t=[]
const s=[]
let i=m
for(let o=0;o<e.length;o++){const r=e[o]??""
const{name:a,value:c=e[o+1]??"",isInline:d}=splitOption(r)
const l=r.startsWith("-")?v[a]:undefined
const u=r.startsWith("-")?y[a]:undefined
if(r==="--no-index")i={...i,none:true}
else if(r==="--pre")i={...i,pre:true}
else if(l===undefined&&u===undefined)s.push(r)
else{if(!d)o++
if(l!==undefined)t.push({kind:l,path:c,at:n})
else i=mergeIndexOptions(i,{...m,...u?.(c)})}}return{includes:t,choice:i,rest:s}}function splitOption(e){const[,n,t]=/^(--[^=]*)=(.*)$/s.exec(e)??/^(-[rcief])(?==?.)=?(.*)$/s.exec(e)??[]
return n===undefined?{name:e,isInline:false}:{name:n,...(0,d.s)({value:t}),isInline:true}}function mergeIndexOptions(e,n){return mergeAll([e,n])}function mergeAll(e){const n=e.findLast(e=>e.index!==undefined)?.index
return{...(0,d.s)({index:n}),extra:e.flatMap(({extra:e})=>e),none:e.some(({none:e})=>e),links:e.some(({links:e})=>e),pre:e.some(({pre:e})=>e),noBinary:e.flatMap(({noBinary:e})=>e),onlyBinary:e.flatMap(({onlyBinary:e})=>e)}}const shorten=e=>e.length<=60?e:`${e.slice(0,59)}\u2026`
const w=new Set(["if","then","do","else","!","time","exec","sudo","env","nice"])
const b=new Set("--target -t --prefix --root --timeout --trusted-host --cache-dir --implementation --abi --retries --progress-bar --report --proxy --cert --client-cert --exists-action --log --src --config-settings --config-setting -C --global-option --root-user-action --upgrade-strategy --use-feature --use-deprecated --keyring-provider --dest -d --wheel-dir -w --python --group --index-strategy --link-mode --python-platform --resolution --prerelease --override --build-constraint -b -p".split(" "))
const k={depth:5,characters:1024*1024}
function findPipCommands(e,n,t={depth:0,characters:0}){const s=[]
let i=""
let o=false
for(const r of(0,h.h)(e)){const e=r.map(e=>(0,f.O)(e,n))
const a=o||["then","else","do"].includes(e[0]??"")
o=["[","[[","test"].includes(e[0]??"")
if(e[0]==="cd"&&e[1]!==undefined){i=e[1].startsWith("/")?e[1]:i===""?e[1]:`${i}/${e[1]}`
continue}const c=shellText(e)
t.characters+=c?.length??0
if(c!==undefined&&t.depth<k.depth&&t.characters<k.characters){t.depth++
for(const e of findPipCommands(c,n,t))s.push(e)
t.depth--}const d=parsePipCommand(e,i)
if(d!==undefined)s.push({...d,conditional:a})}return s}function shellText(e){if(!/^(?:.*\/)?(?:ba|da|a)?sh$/.test(e[0]??""))return undefined
const n=e.findIndex(e=>/^-[a-z]*c$/.test(e))
return n<0?undefined:e[n+1]}function parsePipCommand(e,n){const t=e.findIndex(e=>!w.has(e)&&!/^\w+=/.test(e))
const s=t<0?undefined:splitPipCommand(e.slice(t))
if(s===undefined)return undefined
const{rest:i,choice:o,includes:r}=readPipOptions(s.words,{file:""})
const a=[]
const c=[]
let l=s.python
for(let e=0;e<i.length;e++){const n=i[e]??""
const[t="",s]=n.startsWith("--")?cutAt(n,"="):[n,undefined]
if(t==="--platform"||t==="--python-version"){const n=s??i[++e]??""
if(t==="--platform")c.push(n)
else l=/^3\.?\d+/.exec(n)?.[0].replace(/^3\.?/,"3.")??l}else if(b.has(t)&&s===undefined)e++
else if(!n.startsWith("-")&&!/[$`<>]/.test(n.replace(/[<>]=?[\d.*]+/g,""))&&!isPathOrUrl(n)){const e=(0,p.p)(n)
if(typeof e!=="string")a.push({word:n,parsed:e})}}const u=[...r,...s.files.map(e=>({kind:"requirements",path:e}))].filter(({path:e})=>e!==""&&!/[$`]/.test(e)).map(({kind:e,path:t})=>({kind:e,path:t,folder:n}))
return{includes:u,named:a,choice:o,platforms:c,...(0,d.s)({python:l})}}function splitPipCommand(e){const n=(e[0]??"").replace(/^.*\//,"")
const t=/^(?:python|pip)(3\.\d+)$/.exec(n)?.[1]
const s=t===undefined?{}:{python:t}
let i
if(/^pip[\d.]*$/.test(n))i=1
else if(/^python[\d.]*$/.test(n)){const n=e.indexOf("-m")
if(n<0||e[n+1]!=="pip")return undefined
i=n+2}else if(n==="uv"&&e[1]==="pip")i=2
else return undefined
while(e[i]?.startsWith("-"))i++
const o=e[i]??""
const r=e.slice(i+1)
if(o==="sync")return{words:[],files:r.filter(e=>!e.startsWith("-")),...s}
return["install","download","wheel"].includes(o)?{words:r,files:[],...s}:undefined}function cutAt(e,n){const t=e.indexOf(n)
return t<0?[e,undefined]:[e.slice(0,t),e.slice(t+1)]}function findPipInstalls(e){return e.trace.steps.flatMap((n,t)=>{const{keyword:s,form:i,args:o,heredocs:r}=n.instruction
if(s!=="RUN")return[]
const a=i==="json"?o.map(quote).join(" "):o[0]??""
const c=r.map(({content:e})=>e)
return[a,...c].flatMap(e=>findPipCommands(e,n.variables)).map(s=>new InstallReader(e,n,t).read(s))})}const quote=e=>`'${e.replaceAll("'",`'\\''`)}'`
const $=500
class InstallReader{context
step
index
requirements=[]
constraints=[]
files=[]
problems=[]
seen=new Set
choice=m
constructor(e,n,t){this.context=e
this.step=n
this.index=t}read(e){const{dockerfile:n,trace:t,runtime:s}=this.context
const{stage:i,instruction:o,variables:r,workdir:c}=this.step
const l={file:n.file,line:o.line}
for(const{kind:n,path:t,folder:s}of e.includes)this.readFile(a.posix.resolve(c,s,t),n,e.conditional?{}:{named:t})
for(const{word:n,parsed:t}of e.named)this.requirements.push(this.locateRequirement(n,t))
const{python:u,libc:f}=s(i)
const p=e.python??u
const h=environmentIndexOptions(r)
const m=/\$\{?BUILD/.test(n.stages[baseStageIndex(t,i)]?.platform??"")
const g=m&&e.platforms.length===0?[]:this.context.platforms
const{requirements:v,constraints:y,files:w,problems:b}=this
return{...{stage:i,at:l,conditional:e.conditional,requirements:v,constraints:y,files:w,problems:b},choice:mergeIndexOptions(mergeIndexOptions(h,e.choice),this.choice),targets:g.map(e=>({platform:e,...(0,d.s)({python:p,libc:f})})),...(0,d.s)({python:p})}}locateRequirement(e,n){const{instruction:t}=this.step
const{versionsOffset:s,...i}=n
const o=t.raw.split("\n")
const r=o.findIndex(n=>n.includes(e))
const a=this.context.dockerfile.file
const c=(o[r]?.indexOf(e)??0)+1
const d=r<0?{file:a,line:t.line}:{file:a,line:t.line+r,column:c}
const l=r<0||i.versions===undefined?d:{...d,column:c+s}
return{...i,hashed:false,at:d,versionsAt:l}}readFile(e,n,t){if(this.seen.has(`${n} ${e}`))return
this.seen.add(`${n} ${e}`)
if(this.seen.size>$){if(this.seen.size>$+1)return
const e=`one pip install reads more than ${$} requirements files`
const n=t.include??{file:this.context.dockerfile.file,line:this.step.instruction.line}
this.problems.push({code:"requirements/too-large",message:e,at:n})
return}const{trace:s,selected:i}=this.context
const o={stage:this.step.stage,before:this.index}
const r=(0,u.g)(e,this.step,i)??(0,u.v)(e,o,s,i)?.file
if(r===undefined){if(t.include!==undefined)this.reportMissingInclude(e,t.include)
else if(t.named!==undefined)this.reportMissing(e,t.named)
return}const c=this.context.text(r)
if(c===undefined||this.isRewritten(a.posix.basename(e)))return
this.files.push(r)
const{requirements:d,includes:l,choice:f,problems:p}=parseRequirements(c,r)
const h=n==="requirements"?this.requirements:this.constraints
for(const e of d)h.push(e)
for(const e of p)this.problems.push(e)
this.choice=mergeIndexOptions(this.choice,f)
for(const n of l)if(!/^[a-z]+:\/\//i.test(n.path)&&!n.path.includes("$"))this.readFile(a.posix.resolve(a.posix.dirname(e),n.path),n.kind,{include:n.at})}isRewritten(e){const n="[^&|;\\n]{0,2000}"
const t=`(?:\\bsed\\s${n}-i|\\btee\\b|\\bperl\\s+-p?i)${n}`
const s=new RegExp(`(?:>[^&|;\\n>]*|${t})${RegExp.escape(e)}`)
return this.context.trace.steps.slice(0,this.index+1).some(({instruction:e})=>e.keyword==="RUN"&&s.test(e.raw))}reportMissing(e,n){const{selected:t,dockerfile:s}=this.context
const{instruction:i}=this.step
if(/^[a-z]+:\/\//i.test(n)||n.includes("$")||!this.context.isAbsent(this.step,e))return
const o=i.raw.split("\n").findIndex(e=>e.includes(n))
const r=t.flatMap(({entries:e})=>e.map(e=>a.posix.basename(e.path)))
const d=(0,c.h)(a.posix.basename(e),new Set(r))
this.problems.push({code:"requirements/missing-file",message:`pip reads ${n}, which does not exist`,at:{file:s.file,line:i.line+Math.max(0,o)},why:`no earlier instruction copies or creates ${e}`,fix:d===undefined?"COPY it before this RUN, or correct the name":`did you mean ${d}?`})}reportMissingInclude(e,n){const{trace:t,dockerfile:s}=this.context
const i=a.posix.basename(e)
if(t.steps.some(({instruction:{keyword:e,raw:n}})=>e==="RUN"&&n.includes(i)))return
if(t.wholeContext.length>0||t.steps.some(e=>copiesUnknownFiles(e,t)))return
this.problems.push({code:"requirements/missing-file",message:`${i} is not in the image when pip reads it`,at:n,why:`line ${this.step.instruction.line} of ${s.file} runs pip, and no earlier instruction copies ${e}`,fix:`also COPY ${i}, next to the file that includes it`})}}function copiesUnknownFiles({instruction:e},{stages:n}){const t=(0,l.y6)(e,"from")
const s=t===undefined||/^\d+$/.test(t)||n.some(({name:e})=>e===t.toLowerCase())
return e.keyword==="ADD"||e.keyword==="COPY"&&!s}function baseStageIndex(e,n){const t=e.stages.find(({index:e})=>e===n)?.base
return t?.kind==="stage"?baseStageIndex(e,t.stage):n}function environmentIndexOptions(e){return{...m,...(0,d.s)({index:e.PIP_INDEX_URL||undefined}),extra:(e.PIP_EXTRA_INDEX_URL??"").split(/\s+/).filter(Boolean),none:/^(1|true|yes|on)$/i.test(e.PIP_NO_INDEX??""),links:(e.PIP_FIND_LINKS??"")!==""}}const x={buster:{glibc:"2.28",python:"3.7"},bullseye:{glibc:"2.31",python:"3.9"},bookworm:{glibc:"2.36",python:"3.11"},trixie:{glibc:"2.41",python:"3.13"},debian10:{glibc:"2.28",python:"3.7"},debian11:{glibc:"2.31",python:"3.9"},debian12:{glibc:"2.36",python:"3.11"},debian13:{glibc:"2.41",python:"3.13"},focal:{glibc:"2.31",python:"3.8"},jammy:{glibc:"2.35",python:"3.10"},noble:{glibc:"2.39",python:"3.12"},"ubuntu20.04":{glibc:"2.31",python:"3.8"},"ubuntu22.04":{glibc:"2.35",python:"3.10"},"ubuntu24.04":{glibc:"2.39",python:"3.12"}}
const O={3.16:"3.10",3.17:"3.10",3.18:"3.11",3.19:"3.11","3.20":"3.12",3.21:"3.12",3.22:"3.12",3.23:"3.12"}
const S=/^3\.\d{1,2}(?![\d])/
function pythonRuntimeOf(e){const[n="",t=""]=splitReference(e.toLowerCase())
const s=n.slice(n.lastIndexOf("/")+1)
const i=`${s}:${t}`
const o=libcOf(s,t,i)
const r=pythonOf(s,t,i)
return{...(0,d.s)({python:r,libc:o})}}function splitReference(e){const n=e.replace(/@.*$/,"")
const t=n.lastIndexOf(":")
return t>n.lastIndexOf("/")?[n.slice(0,t),n.slice(t+1)]:[n,""]}function distribution(e,n){const t=`${e}-${n}`.split(/[-_:]/)
const s=t.find(e=>Object.hasOwn(x,e))
if(s!==undefined)return x[s]
const i=/^\d+(?:\.\d+)?/.exec(n)?.[0]
return i===undefined?undefined:x[`${e}${i}`]}function libcOf(e,n,t){if(/alpine|musl/.test(t))return{kind:"musl"}
const s=distribution(e,n)?.glibc
if(s!==undefined)return{kind:"glibc",version:s}
return/^(?:python|debian|ubuntu|pypy)$/.test(e)||/slim/.test(n)?{kind:"glibc"}:undefined}function pythonOf(e,n,t){if(e==="python")return S.exec(n)?.[0]
const s=/python-?(3\.\d{1,2})(?!\d)/.exec(t)??/(?:^|[-:])py(3\.\d{1,2})(?!\d)/.exec(t)
if(s?.[1]!==undefined)return s[1]
const i=/python-?3(\d{1,2})(?:\D|$)/.exec(t)
if(i?.[1]!==undefined)return`3.${i[1]}`
if(e==="alpine")return O[/^3\.\d+/.exec(n)?.[0]??""]
return/^(?:debian|ubuntu|python3-debian\d+)$/.test(e)?distribution(e,n)?.python:undefined}var P=t(32865)
var A=t(94819)
var j=t(37552)
var R=t(93965)
const I=new WeakMap
function pipInstalls(e,n,t){const s=I.get(e.trace)
if(s!==undefined)return s
const i=findPipInstalls({...e,platforms:n.platforms,runtime:n=>stageRuntime(n,e,t),text:t.around.text,isAbsent:(n,t)=>(0,R.gM)(e,n,t,/\b(?:pip[\d.]*|uv)\s/)})
I.set(e.trace,i)
return i}function stageRuntime(e,n,t,s=0){const i=n.trace.stages.find(({index:n})=>n===e)?.base
if(i===undefined||s>j.Mw)return{}
switch(i.kind){case"image":return pythonRuntimeOf(i.ref)
case"stage":return stageRuntime(i.stage,n,t,s+1)
case"named":{const e=t.subjects.get(n.from[i.name]??"")
if(!(0,A.Y)(e))return pythonRuntimeOf(i.ref)
return stageRuntime(e.trace.finalStage.stage,e,t,s+1)}case"scratch":return{}
default:return i}}function markerApplies({marker:e},{targets:n,python:t}){if(e===undefined)return"yes"
const s=n.length===0?[undefined]:n.map(({platform:e})=>(0,P.dI)(e))
const i=s.map(n=>evaluateMarker(e,(0,d.s)({python:t,machine:n})))
return i.includes("yes")?"yes":i.includes("unknown")?"unknown":"no"}const requirementsToLookUp=e=>e.choice.none?[]:e.requirements.filter(n=>n.url===undefined&&markerApplies(n,e)!=="no")
function specifiersOf(e,n){const t=n.constraints.filter(t=>t.key===e.key&&markerApplies(t,n)==="yes")
return[e,...t].flatMap(({versions:e})=>e??[])}const packageFactsOf=(e,n,t)=>t.packageFacts?.(e.key,n.choice)??{kind:"unknown"}
const M=new WeakMap
function pipChoice(e,n,t,i){const o=packageFactsOf(e,n,i)
if(o.kind!=="known")return undefined
const{choice:r,python:a}=n
const c={key:e.key,versions:specifiersOf(e,n),choice:r,target:t,python:a}
const d=JSON.stringify(c)
const l=M.get(o.releases)??new Map
const u=l.get(d)??(0,s.bX)(o.releases,c)
M.set(o.releases,l.set(d,u))
return u}function packageQueries(e){return e.catalog.services.flatMap(n=>{const t=e.subjects.get(n.name)
if(!(0,A.Y)(t))return[]
return pipInstalls(t,n,e).flatMap(e=>requirementsToLookUp(e).map(({key:n})=>({key:n,choice:e.choice})))})}}),32234:((e,n,t)=>{t.d(n,{Ag:()=>toAbsolutePath,NT:()=>runsOnBuildMachine,UO:()=>isWithin,ap:()=>stageChain,ek:()=>stageAt,lG:()=>copySourceStage,o0:()=>shellText})
var s=t(76760)
var i=t(76438)
const stageAt=({stages:e},n)=>e.find(e=>e.index===n)
function stageChain(e,n){const t=stageAt(e,n)
if(t===undefined)return[]
return[t,...t.base.kind==="stage"?stageChain(e,t.base.stage):[]]}function copySourceStage({instruction:e,stage:n},{stages:t}){const s=e.flags.find(({name:e})=>e==="from")?.value
if(s===undefined||s==="")return undefined
const i=t.findLast(({name:e,index:t})=>t<n&&e===s.toLowerCase())
return i?.index??(/^\d+$/.test(s)?t.find(({index:e})=>e<n&&e===Number(s))?.index:undefined)}function runsOnBuildMachine({dockerfile:e,trace:n},t){const s=stageChain(n,t).at(-1)
return/\$\{?BUILDPLATFORM/.test(e.stages[s?.index??-1]?.platform??"")}function shellText({instruction:{args:e,heredocs:n},variables:t}){const s=[...e,...n.map(({content:e})=>e)].join("\n")
return(0,i.O)(s,t)}const toAbsolutePath=e=>s.posix.resolve("/",e)
const isWithin=(e,n)=>n==="/"||e===n||e.startsWith(`${n}/`)}),93965:((e,n,t)=>{t.d(n,{No:()=>stepsProvide,gM:()=>isSurelyAbsent,ne:()=>stageProvides})
var s=t(76760)
var i=t(33916)
var o=t(24300)
var r=t(37552)
var a=t(77492)
var c=t(32234)
const d=/^\/(?:bin|boot|dev|etc|home|lib\w*|media|mnt|opt|proc|root|run|s?bin|srv|sys|tmp|usr|var|go)(?:\/|$)/
const l=/^\/root\/\.local(?:\/|$)|^\/home\/(?!nonroot|node|ubuntu)[^/]+(?:\/|$)|^\/opt\/(?!yarn)[^/]+(?:\/|$)/
const newSearch=()=>({depth:0,budget:{left:1e3}})
const deeper=({depth:e,budget:n})=>({depth:e+1,budget:n})
function stageProvides(e,n,t,s=newSearch()){const i=(0,c.ek)(e.trace,n)
if(i===undefined||s.depth>r.Mw||s.budget.left--<=0)return"maybe"
const o=baseProvides(e,i,t,s)
return o==="no"?stepsProvide(e,n,t,s):o}function stepsProvide(e,n,t,s=newSearch()){const i=[...workdirs(e,n).map(e=>e===undefined?"maybe":(0,c.UO)(e,t)?"yes":"no"),...e.trace.steps.filter(e=>e.stage===n).map(n=>n.instruction.keyword==="RUN"?runProvides(n,t):copyProvides(e,n,t,s))]
return i.includes("yes")?"yes":i.includes("maybe")?"maybe":"no"}function baseProvides(e,{base:n},t,s){switch(n.kind){case"scratch":return"no"
case"stage":return stageProvides(e,n.stage,t,deeper(s))
case"named":return"maybe"
case"image":return(0,a.O)(n.ref)===undefined||d.test(t)&&!l.test(t)?"maybe":"no"
default:return n}}function workdirs({dockerfile:e},n){let t="/"
return(e.stages[n]?.instructions??[]).flatMap(({keyword:e,args:n})=>{if(e!=="WORKDIR")return[]
const i=(n[0]??"").replace(/^(["'])(.*)\1$/,"$2")
if(i.includes("$"))t=undefined
else if(i.startsWith("/"))t=(0,c.Ag)(i)
else if(t!==undefined)t=s.posix.resolve(t,i)
return[t]})}function copyProvides(e,n,t,i){const{instruction:o,stage:a,paths:d}=n
const l=(0,r.mG)(n)
if(l.includes("$")||o.flags.some(({name:e})=>e==="parents"))return"maybe"
if((0,c.UO)(l,t))return"yes"
if(!(0,c.UO)(t,l))return"no"
const f=t.slice(l==="/"?1:l.length+1)
const p=d.slice(0,-1)
if(o.heredocs.length>0||p.some(e=>u.test(e)))return"maybe"
const h=(0,c.lG)(n,e.trace)
if(h!==undefined){const n=p.flatMap(n=>[stageProvides(e,h,s.posix.join((0,c.Ag)(n),f),deeper(i)),...s.posix.basename(n)===f.split("/")[0]?["maybe"]:[]])
return n.find(e=>e!=="no")??"no"}if(o.flags.some(({name:e})=>e==="from"))return"maybe"
const m=e.selected.filter(({input:e})=>e.line===o.line&&e.stage===a)
if(m.length===0||e.trace.wholeContext.length>0)return"maybe"
const g=p.flatMap(e=>{const n=(0,c.Ag)(e).slice(1)
return[s.posix.join(n,f),...s.posix.basename(n)===f?[n]:[]]})
const v=m.some(({entries:e,root:n})=>e.some(e=>g.some(t=>(0,c.UO)(e.path,`${n}${t}`))))
return v?"yes":"no"}const u=/[$*?[]|:\/\/|\.(?:tar|tgz|zip|txz)/
const f=/^(?:apt-get|apt|apk|yum|dnf|microdnf|tdnf|pip[\d.]*|useradd|adduser|groupadd|addgroup|usermod|chmod|chown|rm|mkdir|echo|printf|true|set|export|cd|test|\[|touch|find|sed|update-ca-certificates|ldconfig|apt-mark|dpkg|if|then|fi|else|:|ls|cat|id|sleep|which|strip|head|tail|grep|sort)$/
function runProvides(e,n){const t=(0,c.o0)(e)
if(e.instruction.heredocs.length>0)return"maybe"
const isKnown=e=>f.test(s.posix.basename(e[0]??""))||isTamePython(e)
if(!(0,o.h)(t).every(isKnown))return"maybe"
if(/^\/(?:root|home\/[^/]+)\/\.local(?:\/|$)/.test(n))return/--user|--prefix|--root|\.local|PIP_USER|PYTHONUSERBASE/.test(`${t} ${Object.keys(e.variables).join(" ")}`)?"maybe":"no"
const i=n.startsWith("/home/")&&/adduser|useradd/.test(t)
return t.includes(s.posix.basename(n))||i?"maybe":"no"}function isTamePython([e="",n,t=""]){if(/^\w+=/.test(e))return false
if(!/^python[\d.]*$/.test(s.posix.basename(e)))return false
return n==="-m"?/^(?:pip|compileall|ensurepip)$/.test(t):n==="-c"&&!/open\(|write|mkdir|makedirs|copy/.test(t)}function isSurelyAbsent(e,n,t,r){const{trace:a}=e
if(t.includes("$")||a.wholeContext.length>0||n.instruction.heredocs.length>0)return false
const d=(0,i.bq)(n.instruction)
if(d===undefined||d.some(({target:e})=>(0,c.UO)(t,s.posix.resolve(n.workdir,e))))return false
const l=(0,o.h)((0,c.o0)(n)).filter(e=>!r.test(e.join(" ")))
const mayCreate=e=>!f.test(s.posix.basename(e[0]??""))||e.some(e=>e.includes(s.posix.basename(t)))
if(l.some(mayCreate))return false
const u=a.steps.indexOf(n)
const p=a.steps.filter((e,t)=>t<u||t>u&&e.stage!==n.stage)
return stageProvides({...e,trace:{...a,steps:p}},n.stage,t)==="no"}}),18129:((e,n,t)=>{t.d(n,{Aw:()=>addLintErrors,GU:()=>lintServices,kj:()=>toLintSubjects})
var s=t(32225)
function lintServices({inputs:e,services:n,...t}){const i=new Set(n.map(({name:e})=>e))
const o=(0,s.Z)({...t,subjects:toLintSubjects(e)})
return o.filter(e=>{const n=servicesOf(e)
return n.length===0||n.some(e=>i.has(e))})}function toLintSubjects(e){return new Map(e.toReversed().map(e=>[e.service.name,e.trace===undefined?e.problems:e]))}function addLintErrors(e,n){const t=n.filter(({severity:e})=>e==="error")
return e.map(e=>{const n=new Set(e.problems.map(placeOf))
const s=t.filter(t=>servicesOf(t).includes(e.service.name)&&!n.has(placeOf(t)))
const i=s.map(({severity:e,service:n,services:t,edits:s,...i})=>i)
return s.length===0?e:{...e,problems:[...e.problems,...i]}})}const servicesOf=({service:e,services:n=(e===undefined?[]:[e])})=>n
const placeOf=({at:e,message:n})=>JSON.stringify([e?.file,e?.line,n])}),32225:((e,n,t)=>{t.d(n,{Z:()=>lintCatalog,n:()=>d.nJ})
var s=t(20108)
var i=t(23600)
var o=t(39893)
const r=/^lucid-ignore(-file)?:\s*([a-z-]+(?:\s*,\s*[a-z-]+)*)/
function rulesIn(e,n,t){const s=r.exec(e)
return s?.[1]===n?(s?.[2]??"").split(/\s*,\s*/).filter(e=>t.has(e)):[]}function toIgnoredRules(e,n,t){const s=new Set(e.flatMap(e=>rulesIn(/^\s*#\s*(.*)$/s.exec(e)?.[1]??"","-file",t)))
return{isIgnored:(e,t)=>s.has(e)||t!==undefined&&n.some(n=>n.rule===e&&n.line<=t&&t<=n.endLine)}}function ignoresInDockerfile({instructions:e,text:n},t){const s=e.flatMap(({comments:e,line:n,endLine:s})=>e.flatMap(e=>rulesIn(e,undefined,t)).map(e=>({rule:e,line:n,endLine:s})))
return toIgnoredRules(n.split(/\r?\n/),s,t)}function ignoresInText(e,n){if(!e.includes("lucid-ignore"))return toIgnoredRules([],[],n)
const t=e.split(/\r?\n/)
const s=t.flatMap((e,t)=>{const s=/^(.*?)(?:^|\s)#\s*(lucid-ignore:.*)$/s.exec(e)
const i=t+(s?.[1]?.trim()===""?2:1)
return rulesIn(s?.[2]??"",undefined,n).map(e=>({rule:e,line:i,endLine:i}))})
return toIgnoredRules(t,s,n)}var a=t(94819)
var c=t(5524)
var d=t(97251)
const l=["error","warning","note"]
const u=new Set(s.Z)
function lintCatalog(e){const n=new RuleSettings(e)
const t=c.a.filter(e=>n.isNeeded(e))
const s=t.flatMap(t=>t.scope==="catalog"?n.apply(t,t.check(e),undefined):[])
const i=e.catalog.services.flatMap(s=>{const i=e.subjects.get(s.name)
if(i===undefined)return[]
const o=(0,a.Y)(i)?i.problems:i
return t.flatMap(t=>{if(t.scope==="problems")return n.apply(t,t.check(o,s),s)
if(t.scope!=="service"||!(0,a.Y)(i))return[]
return n.apply(t,t.check({...i,service:s,request:e}),s)})})
return sortFindings(withoutDuplicates([...s,...i]))}function withoutDuplicates(e){const n=new Map(c.a.map(({id:e,sameAs:n=[]})=>[e,n]))
return e.filter(({code:t,at:s})=>{const i=n.get(t)??[]
const[o=0,r=o]=[s?.line,s?.endLine]
const isSame=e=>i.includes(e.code)&&e.at?.file===s?.file&&o<=(e.at?.endLine??e.at?.line??0)&&(e.at?.line??0)<=r
return i.length===0||!e.some(isSame)})}function sortFindings(e){const n=Map.groupBy(e,({code:e,at:n,message:t})=>JSON.stringify([e,n?.file,n?.line,t]))
const t=[...n.values()].flatMap(([e,...n])=>{if(e===undefined)return[]
const t=[...new Set([e,...n].flatMap(({service:e})=>e??[]))]
return[{...e,...t.length>1&&{services:t}}]})
return t.sort(compareFindings)}function compareFindings(e,n){const t=l.indexOf(e.severity)-l.indexOf(n.severity)
if(t!==0)return t
const[s,i]=[e.at?.file??"",n.at?.file??""]
if(s!==i)return s<i?-1:1
return(e.at?.line??0)-(n.at?.line??0)}class RuleSettings{#e
#n
#t=new Map
constructor(e){this.#e=e
this.#n=new Map(e.catalog.services.map(e=>[e.name,e]))}isNeeded({id:e,severity:n,verifiedBy:t}){const{minSeverity:s,catalog:i}=this.#e
if(s===undefined||t!==undefined)return true
const o=[n,i.lint?.rules[e],...i.services.map(({lint:n})=>n?.rules[e])]
const r=l.indexOf(s)
return o.some(e=>e!==undefined&&e!=="off"&&l.indexOf(e)<=r)}apply(e,n,t){return[...n].flatMap(n=>{const{message:s,at:r,why:a,fix:c,edits:d}=n
const l=n.service===undefined?t:this.#n.get(n.service)
const u=(l??this.#e.catalog).lint?.rules
const f=n.check??e.verifiedBy
const p=l&&f&&(0,i.c)(l,f)
const h=u?.[e.id]??n.severity??p??e.severity
const m=[e.id,...e.sameAs??[]].some(e=>u?.[e]==="off"||this.#s(r.file).isIgnored(e,r.line))
if(h==="off"||m)return[]
return[{code:e.id,severity:h,message:s,at:r,...(0,o.s)({why:a,fix:c,service:l?.name,edits:d})}]})}#s(e){const n=this.#t.get(e)
if(n!==undefined)return n
const{subjects:t,around:s,catalog:i}=this.#e
const o=[...t.values()].find(n=>(0,a.Y)(n)&&n.dockerfile.file===e)
const r=e===i.file?e.split("/").at(-1)??e:e
const c=(0,a.Y)(o)?ignoresInDockerfile(o.dockerfile,u):ignoresInText(s.text(r)??"",u)
this.#t.set(e,c)
return c}}}),26669:((e,n,t)=>{t.d(n,{$:()=>queryIndexes})
var s=t(76760)
var i=t(39893)
function mergePackageFacts(e,n){const t=new Map
let s=n==="links"||e.length===0
let i=false
for(const n of e){if(n.kind==="unknown")s=true
if(n.kind!=="known")continue
i=true
s||=n.all==="some"
for(const e of n.releases){const n=t.get(e.version)
t.set(e.version,n===undefined?e:mergeReleases(n,e))}}if(i)return{kind:"known",releases:[...t.values()],all:s?"some":"all"}
return{kind:s?"unknown":"missing"}}function mergeReleases({yanked:e,...n},t){const s=[...new Set([...n.wheels,...t.wheels])]
const o=n.source||t.source
return{...n,wheels:s,source:o,...(0,i.s)({yanked:t.yanked===undefined?undefined:e})}}var o=t(29799)
var r=t(22413)
var a=t(32225)
var c=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var d=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
const l="https://pypi.org/simple"
async function queryIndexes(e,n,i){const u={stack:[],error:void 0,hasError:false}
try{const d=(0,a.n)(e)
if(d.length===0)return undefined
const{openPackageIndexes:f}=await t.e(6561).then(t.bind(t,6561))
const{indexUrl:p=l}=n
const h=f({folder:(0,s.join)((0,o.nF)(i.env),"index"),mode:n.offline?"offline":"online",totalMs:n.indexTimeout*1e3,env:i.env,signal:i.signal,date:i.date??Date.now,login:p})
const m=new Map
const g={until:performance.now()+n.indexTimeout*1e3,next:"give up"}
const v=c(u,new r.x(i.progress).begin("packages","querying package indexes",g),false)
await Promise.all(d.map(async({key:e,choice:n})=>{const t=new Set([n.index??p,...n.extra])
const s=await Promise.all([...t].map(n=>h.lookUp(n,e)))
m.set(cacheKey(e,n),mergePackageFacts(s,n.links?"links":"no links"))}))
return{packageFacts:(e,n)=>m.get(cacheKey(e,n))??{kind:"unknown"},failures:h.failures()}}catch(e){u.error=e
u.hasError=true}finally{d(u)}}const cacheKey=(e,{index:n,extra:t,links:s})=>JSON.stringify([e,n,t,s])}),94819:((e,n,t)=>{t.d(n,{Y:()=>isLintSubject})
const isLintSubject=e=>e!==undefined&&"trace"in e}),5524:((e,n,t)=>{t.d(n,{a:()=>_e})
var s=t(2856)
var i=t(39893)
var o=t(29649)
var r=t(36718)
const a=[{revision:"1111111111111111111111111111111111111111",committedAt:"2026-03-02T10:00:10Z"},{revision:"2222222222222222222222222222222222222222",committedAt:"2026-03-02T10:00:40Z"}]
const c={revision:"3333333333333333333333333333333333333333",committedAt:"2027-11-30T23:59:59Z"}
const sameEventTwice=(e,n)=>({who:e,events:[n,n]})
const gitTags=(e,n)=>({who:`the git tags ${e} and ${n}`,events:[{kind:"tag",tag:e},{kind:"tag",tag:n}]})
function eventPairsFor(e,{name:n=""}){const t=e.kind==="edge"?e.branch??"main":"main"
return[sameEventTwice("each commit of a branch",{kind:"push",branch:t}),sameEventTwice("each commit of a branch",{kind:"push",branch:"feature"}),sameEventTwice("each scheduled run",{kind:"schedule",branch:"main"}),sameEventTwice("each commit of a pull request",{kind:"pull_request",number:7,head:"fix",base:"main",fork:false}),sameEventTwice("each run of a merge queue",{kind:"merge_group",base:"main"}),...["","v",`${n}/v`,`${n}-v`,`${n}@`,`@acme/${n}@`].flatMap(e=>[gitTags(`${e}1.2.3`,`${e}1.2.4`),gitTags(`${e}1.2.3`,`${e}1.3.0`)])]}function findSharedTag(e,n,t){const s=(0,r.G9)(e)
if("message"in s)return undefined
const tagOf=(s,r)=>{const a={...r,event:s,dirty:false,defaultBranch:"main"}
return(0,o.$)({immutable:[e],floating:[],...(0,i.s)({flavor:n})},a,t).immutable[0]}
const d=eventPairsFor(s,t).map(({who:e,events:[n,t]})=>{const i=[tagOf(n,a[0]),tagOf(t,a[1])]
const o=i[0]!==tagOf(n,c)
return{who:o?timeWords(s):e,tags:i,isDated:o,isOfPull:n.kind==="pull_request",isShared:i[0]!==undefined&&i[0]===i[1]}})
const l=d.find(({isShared:e})=>e)
const u=l?.tags[0]
if(l===undefined||u===undefined)return undefined
const f=d.filter(({isOfPull:e})=>!e).every(({tags:e,isDated:n})=>e[0]===u&&e[1]===u&&!n)
return{tag:u,who:f?"every commit":l.who,kind:f?"fixed":"moving"}}const timeWords=({kind:e})=>`${e==="schedule"?"scheduled runs":"commits"} of about the same time`
const d=/^(?:node_modules|vendor|third_party|site-packages|testdata|tests?|fixtures?|__fixtures__|\..+|v?env)$/i
function filesIn(e,n){const t=[]
const s=[e]
for(let e=s.pop();e!==undefined;e=s.pop())for(const i of e.children?.values()??[]){if(i.children===undefined)t.push(i)
else if(!n?.test(i.name))s.push(i)}return t}var l=t(94819)
function*collidingPorts({catalog:{services:e}}){const n=new Map
for(const{name:t,ports:s,at:i}of e)for(const{published:e,protocol:o}of s){if(e===undefined)continue
const s=`${e}/${o}`
const r=n.get(s)
if(r===undefined)n.set(s,t)
else if(r!==t)yield{service:t,message:`${t} and ${r} both publish host port ${s}`,at:i,why:"they cannot run on the same host; smoke uses ephemeral ports and is not affected",fix:`give ${t} a different host port`}}}function*imageNames({catalog:{services:e,imageTemplate:n}}){if(n===undefined||!n.includes("{{"))return
const t=n.split(/\{\{[^}]*\}\}/).map(e=>s.L3.quote(e))
const i=s.L3.compile(`^(?:.*/)?${t.join("[^/]+")}$`)
for(const{name:t,declaredImage:s,at:o}of e)if(!i.test(s))yield{service:t,message:`${s} does not match the naming rule ${n}`,at:o,why:"tools that search the project's images by name do not find it",fix:"remove `image` from the service, or follow the naming rule"}}function lineWith(e,{around:n,catalog:t},{at:s}){const i=n.text(t.file.split("/").at(-1)??t.file)?.split("\n")??[]
const o=i.findIndex(n=>n.includes(e))+1
return o===0?s:{file:s.file,line:o,column:(i[o-1]?.indexOf(e)??0)+1}}function*sharedTags(e){const{services:n,project:t,written:s}=e.catalog
for(const o of n){const{name:n,phase:r,tags:a,flavor:c}=s?.get(o.name)??o
for(const s of a){const a=findSharedTag(s,c,{name:n,project:t,...(0,i.s)({phase:r})})
if(a===undefined)continue
const d=a.kind==="fixed"&&/\d/.test(a.tag)
yield{service:n,message:`${JSON.stringify(s)} gives ${a.who} the same tag, ${a.tag}`,at:lineWith(s,e,o),why:"a tag under `tags` is written once: publishing fails when another commit has a different image",fix:d?"raise it with every change, or derive it from the git tag with type=semver,pattern={{version}}":"move the rule to `floating`, or add {{sha}} to the tag",...d&&{severity:"warning"}}}}}function*missingPhase({catalog:{services:e,phases:n}}){if(n.length===0)return
for(const{name:t,phase:s,at:i}of e)if(s===undefined)yield{service:t,message:`${t} has no phase, so no run of a phase builds it`,at:i,fix:`add "phase: ..." with one of ${n.map(({id:e})=>e).join(", ")}`}}function*phaseOrder({service:e,trace:n,from:t,request:{catalog:s}}){const i=s.phases.map(({id:e})=>e)
const o=i.indexOf(e.phase??"")
if(o<0)return
for(const{name:r,ref:a,use:c,line:d}of n.named){const l=s.services.find(e=>e.name===t[r])
if(l===undefined||i.indexOf(l.phase??"")<=o)continue
const u=c==="FROM"?`FROM ${a}`:`${c} from ${a}`
yield{message:`${u}: ${l.name} is in phase ${l.phase}, which comes after phase ${e.phase}`,at:{file:n.file,line:d},why:"when phases are built one after another, its base image does not exist yet",fix:`move ${l.name} to phase ${e.phase} or an earlier one, or ${e.name} to phase ${l.phase}`}}}function*mutableBases({catalog:{services:e},subjects:n,currentDigest:t}){const s=e.flatMap(({name:e})=>{const t=n.get(e)
if(!(0,l.Y)(t))return[]
const{images:s,file:i}=t.trace
return s.filter(({ref:e,use:n})=>n!=="syntax"&&!e.includes("@")&&!e.includes("$")).map(({ref:e,line:n})=>({ref:e,file:i,line:n}))})
for(const[e,[n,...i]]of Map.groupBy(s,e=>e.ref)){if(n===undefined)continue
const{file:s,line:o}=n
const r=new Set(i.filter(e=>e.file!==s||e.line!==o).map(e=>`${e.file}:${e.line}`)).size
const a=t?.(e)
yield{message:`${e} is a mutable tag: the same Dockerfile may give a different image tomorrow`,at:{file:s,line:o},...r>0&&{why:`also used in ${r} other place${r>1?"s":""}`},fix:a===undefined?`pin it: ${e}@sha256:..., from "docker buildx imagetools inspect ${e}"`:`pin it: ${e}@${a}`}}}const u=/^(?:dockerfile|containerfile)(?:\.[\w-]+)*$|^[\w.-]+\.dockerfile$/i
const f=/\.(?:dockerignore|md|txt|rst|j2|jinja2?|tmpl|tpl|template|erb|in|bak|orig|example|sample|lock|ya?ml|json|toml|sh|py|ts|js)$/i
function*unlistedDockerfiles({catalog:e,around:n}){const t=new Set(e.services.map(({dockerfile:e})=>e))
const s=new RegExp(`${d.source}|^examples?$`,"i")
for(const{name:e,entry:i}of filesIn(n.tree,s))if(u.test(e)&&!f.test(e)&&!t.has(i.path))yield{message:`no service of the catalog is built from ${i.path}`,at:{file:i.path,line:1},fix:`add a service with "dockerfile: ${i.path}" to the catalog, or delete the file`}}const p=[{id:"mutable-base",scope:"catalog",severity:"note",title:"A base image with a mutable tag",docs:"The image behind a tag can change. Pin a digest (`python:3.11-slim@sha256:...`), which Renovate or Dependabot update. Lucid itself detects a moved tag.",check:mutableBases},{id:"host-port-collision",scope:"catalog",severity:"note",title:"Two services publish the same host port",docs:"Only one of them can run on a host. Smoke uses ephemeral ports.",check:collidingPorts},{id:"image-name",scope:"catalog",severity:"warning",title:"An image outside the catalog's naming rule",docs:"The service's `image` does not follow the catalog's `image`.",check:imageNames},{id:"tag-not-unique",scope:"catalog",severity:"error",title:"A rule under `tags` that gives several commits the same tag",docs:"Tags under `tags` are written once, so publishing the second commit fails after its build. Such rules are `type=ref,event=pr`, `type=ref,event=branch`, `type=edge`, `latest`, `{{major}}.{{minor}}` and a schedule's date. Under `floating`, such a tag moves to the newest image after smoke; `type=ref,event=pr` moves within its pull request. A fixed version (`1.2.0`) is only a warning: raise it with every change.",check:sharedTags},{id:"unlisted-dockerfile",scope:"catalog",severity:"note",title:"A Dockerfile that no service uses",docs:"A service is missing from the catalog, or the file is obsolete. Folders of tests, examples and third-party code are skipped.",check:unlistedDockerfiles},{id:"no-phase",scope:"catalog",severity:"warning",title:"A service without a phase",docs:"If the catalog has phases, `--phase` never selects this service, and progress per phase does not count it.",check:missingPhase},{id:"phase-order",scope:"service",severity:"warning",title:"A service that is built from one of a later phase",docs:"FROM or COPY finds no image of the later phase, or an old one.",check:phaseOrder}]
var h=t(76760)
var m=t(11671)
var g=t(38815)
var v=t(33916)
function readLocatedCompose(e){const n=new g.HN
const t=(0,g.Tp)(e,{lineCounter:n,logLevel:"silent",merge:true})
const s=t.errors.length>0?undefined:mapAt(t.contents,"services")
if(s===undefined)return[]
const lineOf=e=>n.linePos(e?.range?.[0]??0).line
return s.items.flatMap(({key:e,value:n})=>{const t=(0,g.jh)(n)?n:undefined
return t===undefined?[]:[toService(String((0,g.jn)(e)?e.value:e),t,lineOf)]})}function toService(e,n,t){const s=n.get("build",true)
const o=nodeAt(n,"platform")
const r=textOf(o)
return{name:e,...(0,i.s)({image:textAt(n,"image"),context:(0,g.jn)(s)?textOf(s):(0,g.jh)(s)?textAt(s,"context")??".":undefined,dockerfile:(0,g.jh)(s)?textAt(s,"dockerfile"):undefined,platform:r===undefined?undefined:{value:(0,v._l)(r),line:t(o)},health:healthOf(mapAt(n,"healthcheck"),t)}),ports:portsOf(nodeAt(n,"ports"),t),env:envOf(nodeAt(n,"environment"),t)}}function portsOf(e,n){if(!(0,g.oP)(e))return[]
return e.items.flatMap(e=>{const t=/^(?:(?:[\d.]+:|\[[^\]]*\]:)?(\d*):)?(\d+)(?:\/\w+)?$/.exec(textOf(e)??"")
const[s,i]=(0,g.jh)(e)?[textAt(e,"published"),textAt(e,"target")]:[t?.[1],t?.[2]]
const[o,r]=[Number(s||Number.NaN),Number(i||Number.NaN)]
return r>0?[{container:r,...o>0&&{published:o},line:n(e)}]:[]})}function healthOf(e,n){const t=e&&nodeAt(e,"test")
if((0,g.jn)(t))return{form:"shell",words:[String(t.value)],line:n(t)}
if(!(0,g.oP)(t))return undefined
const[s,...i]=t.items.map(e=>String((0,g.jn)(e)?e.value:""))
if(s!=="CMD"&&s!=="CMD-SHELL")return undefined
return{form:s==="CMD"?"exec":"shell",words:i,line:n(t)}}function envOf(e,n){const t=(0,g.oP)(e)?e.items.map(e=>{const[,t,s]=/^([^=]+)=(.*)$/s.exec(textOf(e)??"")??[]
return{name:t,value:s,line:n(e)}}):[]
const s=(0,g.jh)(e)?e.items.map(({key:e,value:t})=>({name:textOf(e),value:textOf(t??undefined),line:n(e)})):[]
const i=[...t,...s].flatMap(({name:e,value:n,line:t})=>e===undefined||n===undefined?[]:[[e,{value:n,line:t}]])
return Object.fromEntries(i)}const nodeAt=(e,n)=>e.get(n,true)
function mapAt(e,n){const t=(0,g.jh)(e)?e.get(n,true):undefined
return(0,g.jh)(t)?t:undefined}const textAt=(e,n)=>textOf(nodeAt(e,n))
function textOf(e){if(!(0,g.jn)(e)||e.value===null||e.value===undefined)return undefined
const n=(0,m.pY)(String(e.value).replaceAll("$$","\0"),()=>undefined)
return n.includes("$")?undefined:n.replaceAll("\0","$")}var y=t(37552)
var w=t(77492)
const b=/^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/
function*composeMismatch(e){const{catalog:n,around:t}=e
const s=serviceFinder(n.services)
const i=filesIn(t.tree,d).filter(({name:e})=>b.test(e))
for(const n of i.map(({entry:e})=>e.path).sort())for(const i of readLocatedCompose(t.text(n)??"")){const t=s(i,h.posix.dirname(n))
if(t===undefined)continue
const o=[...differencesOf(i,t),...missingHealthProgram(i,t,e)]
for(const{message:e,line:s,...r}of o)yield{service:t.name,message:`${i.name}: ${e}`,at:{file:n,line:s},fix:`make ${n} and the catalog match`,...r}}}function*missingHealthProgram({health:e},{name:n},t){const s=t.subjects.get(n)
if(e===undefined||!(0,l.Y)(s)||(0,y.wN)(s,t)===undefined)return
const i=e.form==="shell"?"a shell":e.words[0]??""
if(e.form==="exec"&&!/^(?:.*\/)?(?:sh|bash|curl|wget|nc|python)$/.test(i))return
yield{message:`its health check needs ${i}, which is not in the image`,line:e.line,why:"it replaces the image's HEALTHCHECK, and the container stays unhealthy",fix:"remove `test` to use the image's HEALTHCHECK, or use a program of the image"}}function serviceFinder(e){const uniqueBy=n=>{const t=Map.groupBy(e,n)
return e=>t.get(e)?.length===1?t.get(e)?.[0]:undefined}
const n=uniqueBy(({dockerfile:e})=>h.posix.normalize(e))
const t=uniqueBy(({declaredImage:e})=>(0,w.a)(e))
const s=uniqueBy(({name:e})=>e)
return({name:e,image:i,dockerfile:o="Dockerfile",context:r},a)=>{if(r!==undefined)return n(h.posix.normalize(h.posix.join(a,r,o)))
return i!==undefined?t((0,w.a)(i)):s(e)}}function*differencesOf(e,n){const t=n.ports.map(({container:e})=>e)
for(const{container:s,published:i,line:o}of e.ports){const e=n.ports.find(e=>e.container===s)
if(t.length>0&&e===undefined)yield{message:`container port ${s}, the catalog has ${t.join(", ")}`,line:o}
else if(e?.published!==undefined&&i!==undefined&&e.published!==i)yield{message:`port ${s} is published as ${i}, the catalog has ${e.published}`,line:o}}const s=e.env.PORT
if(s!==undefined&&/^\d+$/.test(s.value)&&t.length>0&&!t.includes(Number(s.value)))yield{message:`PORT is ${s.value}, the catalog has ${t.join(", ")}`,line:s.line}
const{health:i}=n
const o=e.health
const r=o&&(0,m.KC)(o.words,t=>e.env[t]?.value??n.env[t])
if(o!==undefined&&r!==undefined&&i?.kind==="http"){const{line:e}=o
if(r.port!==i.port)yield{message:`its health check uses port ${r.port}, the catalog has ${i.port}`,line:e}
if(r.path!==i.path)yield{message:`its health check requests ${r.path}, the catalog has ${i.path}`,line:e}}const{platform:a}=e
if(a!==undefined&&!n.platforms.includes(a.value))yield{message:`platform is ${a.value}, the catalog has ${n.platforms.join(", ")}`,line:a.line}}const k=[{id:"compose-mismatch",scope:"catalog",severity:"warning",title:"A Compose file and the catalog differ",docs:"Compares ports, `PORT`, the address of the health check, and `platform` with the repository's Compose files (`compose.yml`, `docker-compose.prod.yml`). The service there has the same Dockerfile or image, otherwise the same name. A health check there with curl, wget or a shell that the image lacks is reported too. Values with unknown variables are skipped.",check:composeMismatch}]
var $=t(15330)
var x=t(97251)
var O=t(32234)
function packageCopies(e){const{trace:n}=e
return n.steps.flatMap(t=>{const s=n.finalStage.chain.includes(t.stage)?(0,O.lG)(t,n):undefined
if(s===undefined||t.instruction.keyword!=="COPY")return[]
const i=(0,x.vM)(s,e,e.request)
const o=pipFolders(s,e)
return t.paths.slice(0,-1).flatMap(e=>{const n=copiedPackages((0,O.Ag)(e),(0,y.mG)(t),i.python,o)
return n===undefined?[]:[{step:t,stage:s,builder:i,...n}]})})}function copiedPackages(e,n,t,{prefixes:s,targets:i,venvs:o}){if(/[$*?[]/.test(e)||n.includes("$"))return undefined
if(/\/lib\/python3\.\d+\/(?:site|dist)-packages$/.test(e))return{folder:n}
if(/\/lib\/python3\.\d+$/.test(e))return{folder:h.posix.join(n,"site-packages")}
if(t===undefined)return undefined
const r=`python${t}/site-packages`
if(/\/\.local\/lib$/.test(e))return{folder:h.posix.join(n,r)}
if(i.has(e))return{folder:n}
const a=h.posix.join(n,"lib",r)
if(o.has(e))return{folder:a,venv:n}
return/\/\.local$/.test(e)||s.has(e)?{folder:a}:undefined}function pipFolders(e,{trace:n}){const t=new Set((0,O.ap)(n,e).map(({index:e})=>e))
const s=n.steps.filter(e=>t.has(e.stage)&&e.instruction.keyword==="RUN").map(O.o0).join("\n")
const all=e=>new Set([...s.matchAll(e)].map(([,e=""])=>(0,O.Ag)(e)))
return{prefixes:all(/--(?:prefix|root)[= ]+["']?(\/[^\s"';&|]+)/g),targets:all(/(?:--target[= ]+|\spip3? install .{0,2000}\s-t\s+)["']?(\/[^\s"';&|]+)/g),venvs:all(/\b(?:venv|virtualenv)\s(?:.{0,2000}\s)?["']?(\/[^\s"';&|]+)/g)}}const S=/\/python[\d.]*$|uv\/python|^\/usr\/local\/?$|^\/usr\/local\/bin|^\/usr\/bin|conda|pyenv|^\/$/
const bringsOwnPython=e=>(0,y.qz)(e,e.request).some(({paths:e})=>e.slice(0,-1).some(e=>S.test(e)))
function pythonSearchPath(e){const{trace:n,service:t,request:s}=e
const{python:i}=(0,x.vM)(n.finalStage.stage,e,s)
const o=(0,y.dR)(e,s)
if(i===undefined||o===undefined||bringsOwnPython(e))return undefined
const r=(0,y.yu)(e,s)
const env=e=>t.env[e]??r.find(n=>n.env[e]!==undefined)?.env[e]?.value
const a=env("PYTHONPATH")??""
if(["PYTHONHOME","PYTHONUSERBASE","VIRTUAL_ENV"].some(e=>env(e)!==undefined))return undefined
if(/\$\{?(?!PYTHONPATH)/.test(a))return undefined
const c=homeOf(e,o,env("HOME"))
const d=packageFolders((0,w.a)(o),i)
if(c===undefined||d===undefined)return undefined
return[...d,...absoluteFolders(a).map(O.Ag),(0,O.Ag)(workdirOf(e)),...scriptFolder(e),`${c}/.local/lib/python${i}/site-packages`]}function packageFolders(e,n){if(/(?:^|\/)python$/.test(e))return[`/usr/local/lib/python${n}/site-packages`]
if(!/(?:^|\/)(?:python3(?:-debian\d+)?|debian|ubuntu)$/.test(e))return undefined
return["/usr/lib/python3/dist-packages",`/usr/lib/python${n}`,`/usr/local/lib/python${n}/dist-packages`]}const absoluteFolders=e=>e.split(":").filter(e=>e.startsWith("/"))
function homeOf(e,n,t){if(t!==undefined)return t.includes("$")?undefined:(0,O.Ag)(t)
const s=(0,y.uP)("user",e,e.request)?.value.split(":")[0]
const i=/distroless/.test((0,w.a)(n))
if(s===undefined)return i&&/nonroot/.test(n)?"/home/nonroot":"/root"
if(/^(?:0+|root)$/.test(s))return"/root"
if(!i)return undefined
return s==="65532"||s==="nonroot"?"/home/nonroot":"/"}const workdirOf=e=>(0,y.yu)(e,e.request).find(({workdir:e})=>e!==undefined)?.workdir?.value??"/"
const commandWords=({trace:{finalStage:e}})=>[...e.entrypoint?.value.words??[],...e.cmd?.value.words??[]].join(" ").split(/\s+/)
function scriptFolder(e){const n=commandWords(e).find(e=>e.endsWith(".py"))
return n===undefined?[]:[h.posix.dirname(h.posix.resolve(workdirOf(e),n))]}function startedModule(e){const n=e.findIndex((n,t)=>n==="-m"&&/(?:^|\/)python[\d.]*$/.test(e[t-1]??""))
const t=n<0?undefined:e[n+1]
return t!==undefined&&/^[A-Za-z_]\w*(?:\.\w+)*$/.test(t)?t:undefined}function pythonEntryFile(e){const{service:n,trace:t,selected:s}=e
const i=commandWords(e)
const o=startedModule(i)?.replaceAll(".","/")
const r=n.env.PYTHONPATH??t.finalStage.env.PYTHONPATH?.value??""
const a=[workdirOf(e),...absoluteFolders(r)]
const c=/(?:^|\/)python[\d.]*$/.test(i[0]??"")?i.find(e=>e.endsWith(".py")):undefined
const d=o!==undefined?a.flatMap(e=>[`${e}/${o}.py`,`${e}/${o}/__main__.py`].map(O.Ag)):c===undefined?[]:[h.posix.resolve(workdirOf(e),c)]
const l={stage:t.finalStage.stage}
return d.map(e=>(0,$.v)(e,l,t,s)).find(e=>e!==undefined)?.file}function*noHealthcheck(e){const{trace:n,service:t,request:s}=e
if(t.health===undefined||(0,y.uP)("healthcheck",e,s)!==undefined)return
yield{message:"the catalog has a health check, but the image has no HEALTHCHECK",at:{file:n.file,line:n.finalStage.line},fix:"add a HEALTHCHECK in JSON form to the final stage"}}function*healthcheckMismatch({trace:e,service:n}){const{healthcheck:t,env:s}=e.finalStage
const{health:i}=n
if(t===undefined||i?.kind!=="http"||t.value.kind==="none")return
const o=(0,m.KC)(t.value.words,e=>n.env[e]??s[e]?.value)
if(o===undefined)return
const r={at:{file:e.file,line:t.line},fix:"use the same value in both"}
if(o.port!==i.port)yield{message:`HEALTHCHECK uses port ${o.port}, the catalog has ${i.port}`,...r}
if(o.path!==i.path)yield{message:`HEALTHCHECK requests ${o.path}, the catalog has ${i.path}`,...r}}function*portNotExposed(e){const{trace:n,service:t,request:s}=e
const i=(0,y.yu)(e,s).flatMap(({ports:e})=>e.map(({value:e})=>e))
for(const{container:o,protocol:r}of t.ports){if(i.some(e=>e.port===o&&e.protocol===r))continue
const t=r==="tcp"?`${o}`:`${o}/${r}`
yield{message:`the catalog has port ${t}, but the image does not EXPOSE it`,at:{file:n.file,line:n.finalStage.ports.at(-1)?.line??n.finalStage.line},fix:`add "EXPOSE ${t}" to the final stage, or correct the port in the catalog`,...(0,y.wN)(e,s)===undefined&&{severity:"warning"}}}}function*portMismatch({trace:e,service:n}){const{env:t,ports:s,entrypoint:i,cmd:o}=e.finalStage
const r=n.ports.length>0
const a=r?n.ports.map(({container:e})=>e):s.map(({value:e})=>e.port)
if(a.length===0)return
const c=`the ${r?"catalog has":"image exposes"} ${[...new Set(a)].join(", ")}`
const report=(t,s,i)=>({message:`${t} ${s}, ${c}`,at:i===undefined?n.at:{file:e.file,line:i},why:"connections to the published port fail",fix:"use the same port in both"})
const d=n.env.PORT
const l=d??t.PORT?.value??""
if(/^\d{2,5}$/.test(l)&&!a.includes(Number(l)))yield report("PORT is",Number(l),d===undefined?t.PORT?.line:undefined)
const u=(0,m.LL)([...i?.value.words??[],...o?.value.words??[]])
if(u!==undefined&&!a.includes(u))yield report("the command listens on port",u,o?.line??i?.line)}function*loopbackBind(e){const{trace:n,service:t,request:s}=e
const{env:i,ports:o,entrypoint:r,cmd:a}=n.finalStage
if(t.ports.length===0&&o.length===0&&t.health===undefined)return
const report=(e,s,i=n.file)=>({message:`${e}: the server is not reachable from outside the container`,at:s===undefined?t.at:{file:i,line:s},why:"127.0.0.1 is the container itself; a HEALTHCHECK inside it still succeeds",fix:"listen on 0.0.0.0"})
for(const[e,n]of Object.entries(t.env))if((0,m.C0)(e,n))yield report(`${e} is ${n}`)
for(const[e,{value:n,line:s}]of Object.entries(i))if(!Object.hasOwn(t.env,e)&&(0,m.C0)(e,n))yield report(`${e} is ${n}`,s)
for(const e of[r,a]){const n=e&&(0,m.Ws)(e.value.words)
if(n!==undefined)yield report(`the command listens on ${n}`,e?.line)}const c=pythonEntryFile(e)
const d=c===undefined?undefined:(0,m.IA)(s.around.text(c)??"")
if(d!==undefined)yield report(`the server binds to ${d.address}`,d.line,c)}const P=[{id:"healthcheck-mismatch",scope:"service",severity:"warning",verifiedBy:"healthcheck-target",title:"HEALTHCHECK and catalog differ in port or path",docs:"Either the working container is reported unhealthy, or smoke probes a wrong address.",check:healthcheckMismatch},{id:"no-healthcheck",scope:"service",severity:"warning",verifiedBy:"healthcheck",title:"No HEALTHCHECK, although the catalog has a health check",docs:"`docker ps` and Compose's `condition: service_healthy` need it; smoke does not.",check:noHealthcheck},{id:"port-not-exposed",scope:"service",severity:"error",verifiedBy:"port",title:"A catalog port that the image does not EXPOSE",docs:"EXPOSE opens no port, but people and tools read it. A warning if an unknown base image may expose the port.",check:portNotExposed},{id:"port-mismatch",scope:"service",severity:"warning",title:"The program listens on a port that the catalog does not have",docs:"Connections to the published port fail. `ENV PORT`, the catalog's `env`, `--port` or `--bind` in CMD and ENTRYPOINT set a port that is not in the catalog's `ports` (or, without those, in the image's EXPOSE).",check:portMismatch},{id:"loopback-bind",scope:"service",severity:"warning",title:"A server that listens only inside its container",docs:"With `127.0.0.1` or `localhost`, a HEALTHCHECK passes, but other containers and the host get no connection. Bind to `0.0.0.0`. Checks `HOST` and similar variables of the image and of the catalog's `env`, the options of CMD and ENTRYPOINT, and the Python file that the container starts.",check:loopbackBind}]
const A=[["StageNameCasing","note","A stage name in upper case"],["FromAsCasing","note","FROM and AS in different case","from-casing"],["NoEmptyContinuation","warning","An empty line inside an instruction"],["ConsistentInstructionCasing","note","Instructions with inconsistent case"],["DuplicateStageName","warning","Two stages with the same name"],["ReservedStageName","warning","A stage named scratch or context"],["JSONArgsRecommended","note","CMD or ENTRYPOINT in shell form, which does not receive signals","distroless-shell"],["MaintainerDeprecated","note","MAINTAINER instead of a label"],["UndefinedArgInFrom","warning","FROM with an ARG that is not declared","dockerfile-error","undeclared-arg"],["WorkdirRelativePath","note","A relative WORKDIR without an absolute one before it"],["UndefinedVar","warning","A variable that nothing sets","undeclared-arg","undefined-variable"],["MultipleInstructionsDisallowed","warning","CMD, ENTRYPOINT or HEALTHCHECK twice in a stage"],["LegacyKeyValueFormat","note","ENV or LABEL without an equals sign"],["RedundantTargetPlatform","note","--platform=$TARGETPLATFORM, which is the default"],["SecretsUsedInArgOrEnv","note","An ARG or ENV named like a secret","credential","credential-env"],["InvalidDefaultArgInFrom","note","FROM with an ARG whose default gives an invalid image name","dockerfile-error"],["FromPlatformFlagConstDisallowed","warning","FROM with a fixed --platform","hardcoded-platform"],["CopyIgnoredFile","warning","COPY of a path that the ignore file excludes","ignored-source","missing-source"],["InvalidDefinitionDescription","note","A comment above a stage or ARG that does not begin with its name"],["ExposeProtoCasing","note","EXPOSE with a protocol in upper case"],["ExposeInvalidFormat","warning","EXPOSE with a host address or port"],["InvalidBaseImagePlatform","warning","A base image for a platform other than the one that is built"]]
const j=new Set(A.map(([e])=>e))
const reportChecks=e=>function*({buildChecks:n=[]}){for(const{rule:t,detail:s,url:o,at:r,service:a}of n)if(e(t))yield{message:s,at:r,service:a,...(0,i.s)({fix:o&&`see ${o}`})}}
const toId=e=>e.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g,"-").toLowerCase()
const R="[Needs an engine](#buildkits-own-checks)."
const I=[...A.map(([e,n,t,...s])=>{const i=s.map(e=>`\`${e}\``).join(" or ")
const o=i===""?"":` Same as ${i}.`
return{id:`buildkit-${toId(e)}`,scope:"catalog",severity:n,title:`${t} (BuildKit's ${e})`,docs:`[${e}](https://docs.docker.com/reference/build-checks/${toId(e)}/). ${R}${o}`,...s.length>0&&{sameAs:s},check:reportChecks(n=>n===e)}}),{id:"buildkit-other",scope:"catalog",severity:"note",title:"A BuildKit check that this version does not know",docs:`The fix links to its page. ${R}`,check:reportChecks(e=>!j.has(e))}]
var M=t(73163)
function cachedByEntries(){const e=new WeakMap
return(n,t)=>{const s=e.get(n)??t()
e.set(n,s)
return s}}const T=/(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|[^/]+\.(?:pem|key))$/i
const E=/\.(?:p12|pfx)$/i
const N=/(?:^|\/)(?:[._]netrc|\.npmrc|\.pypirc|\.git-credentials|\.docker\/config\.json|\.aws\/credentials)$/
const C=/(?:^|\/)[^/]*(?:credential|service[_-]?account|key|secret)[^/]*\.json$/i
const _=/(?:^|\/)\.env(?:\.[\w-]+)*$/
const Y=/(?:example|sample|template|dist|default|test|ci)/i
const B=/(?:^|\/)(?:tests?|testdata|fixtures?|__fixtures__|examples?|node_modules|site-packages|vendor)\//i
const L=/(?:\.pem|\.key|\.p12|\.pfx|netrc|\.npmrc|\.pypirc|credentials|\.json|id_[a-z0-9]+|\.env[^/]*)$/i
const F=cachedByEntries()
const candidates=e=>F(e,()=>{const n=e.flatMap(({kind:e,path:n})=>e==="file"&&L.test(n)&&!B.test(n)?n:[])
const matching=e=>n.filter(n=>e.test(n))
const isSample=e=>Y.test(e.slice(e.lastIndexOf("/")+5))
return{secrets:[...new Set([T,E,N,C].flatMap(matching))],envs:matching(_).filter(e=>!isSample(e))}})
function secretKind(e,n){if(E.test(e))return"a private key with its certificate"
if(n===undefined)return undefined
if(/-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY/.test(n))return"a private key"
if(/\.npmrc$/.test(e))return/_(?:authToken|password|auth)\s*=\s*(?!\$)\S/.test(n)?"an npm token":undefined
if(/netrc$|\.pypirc$/.test(e))return/\bpassword\s{0,20}[:= ]\s{0,20}\S/.test(n)?"a password":undefined
if(/\.git-credentials$/.test(e))return/:\/\/[^\s/:@]+:[^\s/@]+@/.test(n)?"a password":undefined
if(/\.docker\/config\.json$/.test(e))return/"(?:auth|identitytoken)"\s*:\s*"\S/.test(n)?"a registry login":undefined
if(/\.aws\/credentials$/.test(e))return/aws_secret_access_key\s*=\s*\S/.test(n)?"an AWS key":undefined
return undefined}function*shippedInputs({selected:e,trace:n}){const t=new Set(n.finalStage.chain)
const s=n.steps.flatMap(e=>{const s=t.has(e.stage)?(0,O.lG)(e,n):undefined
if(s===undefined)return[]
const i=(0,O.ap)(n,s).map(({index:e})=>e)
return e.paths.slice(0,-1).map(e=>({stages:i,path:(0,O.Ag)(e)}))})
for(const i of e){const{stage:e,line:o,kind:r}=i.input
const a=n.steps.find(n=>n.stage===e&&n.instruction.line===o)
if(a===undefined||r==="mount"||r==="context")continue
const c=(0,y.mG)(a)
if(t.has(e)||s.some(({stages:n,path:t})=>n.includes(e)&&(0,O.UO)(c,t)))yield i}}function*secretFiles(e){for(const{input:n,entries:t,root:s}of shippedInputs(e))for(const i of candidates(t).secrets){const t=secretKind(i,e.request.around.text(i))
if(t===undefined)continue
yield{message:`${n.label} copies ${i} into the image: ${t}`,at:{file:e.trace.file,line:n.line},why:"anyone who can pull the image can read the file, even if a later instruction deletes it",fix:`add the line ${i.slice(s.length)} to the ignore file; pass the secret to the build under \`secrets\`, or to the container when it starts`}}}function*envFiles(e){for(const{input:n,entries:t,root:s}of shippedInputs(e))for(const i of candidates(t).envs){const t=credentialsIn(e.request.around.text(i)??"")
if(t.length===0)continue
const o=`${t.slice(0,3).join(", ")}${t.length>3?" and more":""}`
yield{message:`${n.label} copies ${i} into the image, with ${o}`,at:{file:e.trace.file,line:n.line},why:"anyone who can pull the image can read it",fix:`add the line ${i.slice(s.length)} to the ignore file, and set the variables when the container starts`}}}function credentialsIn(e){return e.split(/\r?\n/).flatMap(e=>{const[,n,t=""]=/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*["']?([^"'\s#]*)/.exec(e)??[]
if(n===undefined||t===""||t.startsWith("$"))return[]
const s=(0,M.m)("build argument",n,t)!==undefined
return s||/(?:_|^)PASS(?:WD)?$/i.test(n)?[n]:[]})}const q={bytes:200<<20,files:25e3}
const D=cachedByEntries()
const measure=({entries:e,root:n,input:t},s)=>D(e,()=>{const i=e.filter(({kind:e})=>e==="file").map(({path:e})=>e)
const o=`${n}${t.sources[0]??""}`.split("/").filter(e=>e!==""&&e!==".").length
const r=new Map
let a=0
for(const e of i.length>q.files?[]:i){const n=s(e)??0
a+=n
const t=e.split("/",o+1).join("/")
r.set(t,(r.get(t)??0)+n)}const c=[...r].sort(([,e],[,n])=>n-e)[0]??["",0]
return{bytes:a,files:i.length,largest:c}})
const megabytes=e=>`${Math.round(e/1e6)} MB`
function*largeContext({selected:e,request:n,trace:t}){for(const s of e){const{input:e}=s
if(e.kind==="mount")continue
const{bytes:i,files:o,largest:r}=measure(s,n.around.size)
if(i<q.bytes&&o<q.files)continue
const[a,c]=r
const d=c>i/4?`, ${megabytes(c)} of it in ${a}`:""
const l=o<q.files?`${megabytes(i)} in ${o} files`:`${o} files`
yield{message:`${e.label} copies ${l}${d}`,at:{file:t.file,line:e.line},why:"all of it is sent to the builder, hashed and packed whenever one of these files changes",fix:"add what the image does not need to the ignore file, or copy only the folders that it needs"}}}const U=[{bit:2048,name:"setuid",change:"u+s"},{bit:1024,name:"setgid",change:"g+s"},{bit:512,name:"sticky",change:"+t"}]
function*specialModes({selected:e,trace:n,request:t}){if(t.specialModes===undefined||t.specialModes.size===0)return
for(const{input:s,entries:i}of e){if(s.oneMode)continue
for(const{path:e}of i){const i=t.specialModes.get(e)
if(i===undefined)continue
const o=U.filter(({bit:e})=>(i&e)!==0)
const r=o.map(({name:e})=>e).join(" and the ")
const a=o.map(({change:e})=>e).join(",")
yield{message:`${s.label} copies ${e}, which has the ${r} bit (mode ${i.toString(8).padStart(5,"0")})`,at:{file:n.file,line:s.line},why:"git does not store the bit, so the image is built without it",fix:`run \`chmod ${a.replaceAll("+","-")} ${e}\`; if the image needs the bit, use RUN chmod ${a} or COPY --chmod=${(i&4095).toString(8)}`}}}}const z=[{id:"secret-file",scope:"service",severity:"error",verifiedBy:"secrets",title:"COPY or ADD of a private key or login",docs:"Private keys (`*.pem`, `*.key`, `id_ed25519`, `*.p12`), logins of package indexes and registries (`.npmrc`, `.pypirc`, `.netrc`, `.docker/config.json`) and cloud accounts. A certificate without its key, an `.npmrc` without a token, and folders of tests and examples are not reported.",check:secretFiles},{id:"env-file",scope:"service",severity:"error",verifiedBy:"secrets",title:"COPY or ADD of an env file with credentials",docs:"Anyone who can pull the image can read it. Add it to the ignore file, and set the variables when the container starts. Files such as `.env.example`, and files without credentials, are not reported.",check:envFiles},{id:"large-context",scope:"service",severity:"warning",title:"A very large COPY or ADD",docs:"More than 200 MB or 25,000 files: mostly data, `node_modules`, a virtual environment or build results. Any change in it rebuilds everything below.",check:largeContext},{id:"special-mode",scope:"service",severity:"error",title:"COPY or ADD of a file with the setuid, setgid or sticky bit",docs:"Images are built with git's modes (0644, 0755), so the bit would be lost. A setgid bit that a folder inherits from the clone's folder is ignored. `COPY --chmod` with a number sets all bits and is not reported.",check:specialModes}]
const unquoted=e=>e.replace(/^(["'])(.*)\1$/s,"$2")
function looksLikeCredential(e,n){const t=(0,m.pY)(unquoted(n??""),()=>undefined)
if(/^\$\{?\w+\}?$/.test(t))return false
return(0,M.m)("build argument",e,t)!==undefined}const reportCredentials=e=>function*({dockerfile:n,trace:t}){const s=new Set(t.finalStage.chain.flatMap(e=>n.stages[e]?.instructions??[]))
for(const t of n.instructions){const{keyword:i,pairs:o,line:r}=t
if(!e.includes(i))continue
if(i==="ENV"&&!s.has(t))continue
for(const{key:e,value:t}of o){const s=i==="ARG"&&t===undefined?"a value":t
if(!looksLikeCredential(unquoted(e),s))continue
yield{message:`${i} ${e} looks like a credential`,at:{file:n.file,line:r},why:"anyone who has the image can read it in its history or configuration",fix:"use RUN --mount=type=secret in the build, or set it in the environment of the running container"}}}}
const H=[{id:"credential",scope:"service",severity:"error",title:"An ARG or LABEL that looks like a credential",docs:"Build args are in the image's history, labels in its configuration. Pass the value under `secrets` in the catalog, and use `RUN --mount=type=secret`.",check:reportCredentials(["ARG","LABEL"])},{id:"credential-env",scope:"service",severity:"error",verifiedBy:"credentials",title:"An ENV that looks like a credential",docs:"Anyone who has the image can read the value. Pass it when the container starts.",check:reportCredentials(["ENV"])}]
function lineStart(e,n){let t=e.startsWith("\ufeff")?1:0
for(let s=1;s<n;s++){const n=e.indexOf("\n",t)
if(n<0)return e.length
t=n+1}return t}function insertAbove({file:e,text:n},t,s){const i=n.split("\n")
let o=t.line
while(o>1&&/^\s*#/.test(i[o-2]??""))o--
const r=lineStart(n,o)
return{file:e,from:r,to:r,replacement:`${s}${n.includes("\r\n")?"\r\n":"\n"}`}}function replaceGroup({file:e,text:n},{line:t,endLine:s},i,o){const r=lineStart(n,t)
const a=new RegExp(i.source,`${i.flags.replace("d","")}d`).exec(n.slice(r,lineStart(n,s+1)))?.indices?.[1]
return a&&{file:e,from:r+a[0],to:r+a[1],replacement:o}}function*hardcodedPlatform({dockerfile:e,service:n,trace:t}){for(const{platform:s,line:o,instruction:r,index:a,instructions:c}of e.stages){if(s===undefined||s.includes("$"))continue
const d=n.platforms.every(e=>(0,v._l)(e)===(0,v._l)(s))
const l=d?replaceGroup(e,r,/\s(--platform=\S+\s+)/,""):undefined
const u=t.finalStage.chain.includes(a)
const f=c.some(({keyword:e})=>e==="RUN")
yield{...(d||!u)&&{severity:u||f?"warning":"note"},message:`FROM --platform=${s} ignores the platform that is built`,at:{file:e.file,line:o},fix:"remove --platform, or use --platform=$BUILDPLATFORM for a stage that only provides tools",...(0,i.s)({edits:l&&[l]})}}}function*fromCasing({dockerfile:e}){for(const{instruction:n}of e.stages){const t=n.args[1]
const s=n.written
const o=s===s.toLowerCase()?"as":s===s.toUpperCase()?"AS":t
if(t===undefined||o===undefined||t===o)continue
const r=replaceGroup(e,n,/\s(as)\s+\S+\s*$/i,o)
yield{message:`${s} and ${t} differ in case`,at:{file:e.file,line:n.line},fix:`write ${o}`,...(0,i.s)({edits:r&&[r]})}}}const G=[{id:"hardcoded-platform",scope:"service",severity:"warning",verifiedBy:"platform",title:"FROM with a fixed --platform",docs:"An arm64 image may contain amd64 programs. Remove `--platform`, or use `$BUILDPLATFORM` for a stage whose result does not depend on the platform. An error if the image itself has the wrong platform, a note for a stage that only provides files.",check:hardcodedPlatform},{id:"from-casing",scope:"service",severity:"note",title:"FROM and AS in different case",docs:"`FROM python as builder` works, but BuildKit warns in every build.",check:fromCasing}]
var W=t(24300)
var V=t(3733)
var K=t(53123)
var J=t(93965)
const parseCommand=(e,n)=>e?(0,V.Lb)(n):(0,V.LK)(n[0]??"")
function starts({trace:e}){const{base:n,entrypoint:t,cmd:s,healthcheck:i}=e.finalStage
const o=[]
if(t!==undefined){const{form:e,words:n}=t.value
const i=e==="json"
const r=i&&s?.value.form==="json"?s.value.words:[]
const a=parseCommand(i,[...n,...r])
const c=i&&a?.script!==undefined&&(0,V.Lb)(n)?.script===undefined
o.push({keyword:"ENTRYPOINT",line:(c?s??t:t).line,started:a})}else if(s!==undefined){const{form:e,words:t}=s.value
const i=entrypointOfBase(n,t[0]??"")
const r=e==="json"
const a=i&&parseCommand(r,r?[...i,...t]:t)
o.push({keyword:"CMD",line:s.line,started:a})}if(i!==undefined&&i.value.kind!=="none"){const{kind:e,words:n}=i.value
o.push({keyword:"HEALTHCHECK",line:i.line,started:parseCommand(e==="exec",n)})}return o.flatMap(({started:e,...n})=>e===undefined?[]:[{...n,started:e}])}function entrypointOfBase(e,n){if(e.kind==="scratch")return[]
if(e.kind!=="image")return undefined
const t=(0,w.a)(e.ref)
if(/(?:^|\/)distroless\/python3(?:-|$)/.test(t))return n.endsWith(".py")?["/usr/bin/python3"]:undefined
return(0,w.O)(e.ref)===undefined?undefined:[]}function placesOf(e,n){const t=workdirOf(n)
if(t.includes("$"))return[]
if(e.includes("/"))return[h.posix.resolve("/",t,e)]
const s=n.trace.finalStage.env.PATH?.value??"/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
return s.split(":").flatMap(n=>n.startsWith("/")?[h.posix.join(n,e)]:[])}function copiedProgram(e,n){const{trace:t,selected:s}=n
const i={stage:t.finalStage.stage,before:t.steps.length}
return placesOf(e,n).map(e=>(0,$.v)(e,i,t,s)).find(e=>e!==undefined)}const Z=/^(?:chmod|chown|chgrp|ls|stat|test|\[|mkdir|useradd|adduser|groupadd|addgroup|apt-get|apt|apk|pip[\d.]*|npm|true)$/
const Q=/^(?:dos2unix|sed|perl|awk|find|xargs|tr|git)$/
const mentions=(e,n)=>e.some(e=>e.includes(h.posix.basename(n)))
const mayRewrite=(e,n,t)=>Q.test(e)||!Z.test(e)&&mentions(n,t)
const mayChangeMode=(e,n,t)=>e==="chmod"?mentions(n,t)||n.some(e=>/^-\w*R|^--recursive$|[*?$]/.test(e)):/^(?:find|xargs|install)$/.test(e)||!Z.test(e)&&mentions(n,t)
const isChanged=({runs:e,file:n},t,s)=>e.flatMap(e=>(0,W.h)((0,O.o0)(e))).some(([e,...i])=>{if(e===undefined)return false
const o=[e,...i]
return[t,n].some(n=>s(h.posix.basename(e),o,n))})
const startCheck=(e,n)=>e==="HEALTHCHECK"?"healthcheck-program":n==="program"?"entrypoint":"entrypoint-module"
function*lineEnds(e){const{trace:n,request:t}=e
for(const{keyword:s,line:i,started:o}of starts(e))for(const r of[o.program,...o.isShell?[o.script]:[]]){const a=r===undefined?undefined:copiedProgram(r,e)
if(r===undefined||a===undefined||isChanged(a,r,mayRewrite))continue
if(!/^#![^\n]*\r(?:\n|$)/.test(t.around.text(a.file)??""))continue
const c=r===o.program
yield{message:`${s} runs ${r}, whose first line has a Windows line ending (\\r)`,at:{file:n.file,line:i},check:startCheck(s,c?"program":"script"),why:c?'the kernel reads the \\r as part of the interpreter\'s name and reports "no such file or directory"':"the shell reads the \\r as part of the command",fix:`store ${a.file} with LF: add "*.sh text eol=lf" to .gitattributes, run \`git add --renormalize .\`, and check it out again`}}}function modeSetBy(e){const n=e.flatMap(({instruction:e})=>e.flags.filter(({name:e})=>e==="chmod"))
const t=n.at(-1)
if(t===undefined)return undefined
if(!/^[0-7]{3,4}$/.test(t.value??""))return"unknown"
return(Number.parseInt(t.value??"",8)&73)===0?"other":"executable"}function*notExecutable(e){const{trace:n,selected:t}=e
for(const{keyword:s,line:i,started:o}of starts(e)){const{program:r}=o
const a=copiedProgram(r,e)
if(a===undefined||isChanged(a,r,mayChangeMode))continue
const c=t.flatMap(({entries:e})=>e).find(({path:e})=>e===a.file)
const d=modeSetBy(a.copies)
if(d==="executable"||d==="unknown"||d===undefined&&c?.executable!==false)continue
const l=d===undefined?"":" after --chmod"
yield{message:`${s} runs ${r}, which is not executable`,at:{file:n.file,line:i},check:startCheck(s,"program"),why:`${a.file} has no executable bit${l}: the container exits with "permission denied"`,fix:`run \`git update-index --chmod=+x ${a.file}\`, or use COPY --chmod=0755`}}}function*missingScript(e){const{trace:n,dockerfile:t}=e
const s=n.finalStage.chain.flatMap(e=>(t.stages[e]?.instructions??[]).flatMap(({keyword:e,args:n})=>e==="VOLUME"?n:[]))
for(const{keyword:t,line:i,started:o}of starts(e)){const{script:r}=o
if(r===undefined)continue
const[a]=placesOf(r.includes("/")?r:`./${r}`,e)
if(a===undefined||/[$*?]/.test(a))continue
if(s.some(e=>e.includes("$")||(0,O.UO)(a,(0,O.Ag)(e))))continue
if(n.wholeContext.length>0||(0,J.ne)(e,n.finalStage.stage,a)!=="no")continue
const c=(0,K.h)(a,copiedFilesIn(h.posix.dirname(a),e))
yield{message:`${t} runs ${r}, which is not in the image`,at:{file:n.file,line:i},check:startCheck(t,"script"),why:`no instruction copies or creates ${a}`,fix:c===undefined?"COPY it there, or correct the path":`did you mean ${c}?`}}}function copiedFilesIn(e,{trace:n,selected:t}){const s={stage:n.finalStage.stage,before:n.steps.length}
const i=t.flatMap(({entries:e})=>e.filter(({kind:e})=>e==="file"))
const o=new Set(i.map(({path:e})=>h.posix.basename(e)))
if(o.size>500)return[]
return[...o].map(n=>h.posix.join(e,n)).filter(e=>(0,$.v)(e,s,n,t)!==undefined)}const X=[{id:"script-line-ends",scope:"service",severity:"error",verifiedBy:"entrypoint",title:"A script with a Windows line ending in its `#!` line",docs:"Linux looks for an interpreter named `/bin/sh\\r` and reports `no such file or directory`. Checks the repository's scripts that ENTRYPOINT, CMD and HEALTHCHECK run or pass to a shell, except files that a RUN may rewrite (`sed -i`, `dos2unix`). Git writes such line endings because of `core.autocrlf` or `.gitattributes`; `*.sh text eol=lf` in `.gitattributes` prevents it.",check:lineEnds},{id:"script-not-executable",scope:"service",severity:"error",verifiedBy:"entrypoint",title:"The container starts a file without the executable bit",docs:"Git stores the file as 0644, and neither `COPY --chmod` nor a RUN makes it executable: `permission denied`. Checks what ENTRYPOINT, CMD and HEALTHCHECK run directly, without an interpreter.",check:notExecutable},{id:"missing-script",scope:"service",severity:"error",verifiedBy:"entrypoint-module",title:"The container starts a script that is not in the image",docs:"No instruction copies or creates it. Reported only if certain: the image starts from a well-known image or `scratch`, the file is not in a folder of the distribution or in a VOLUME, and every RUN has known results, such as `apt-get`.",check:missingScript}]
function*finalUser(e){const{trace:n,service:t,request:s}=e
const i=(0,y.uP)("user",e,s)
const o=t.verify.user
const r=o??"65532:65532"
const a=o!==undefined||(0,y.wN)(e,s)==="distroless"?"user":"nonroot"
const c=n.finalStage.user===undefined?n.finalStage.line:i?.line??n.finalStage.line
const d={file:n.file,line:c}
if(i===undefined){const{entrypoint:t,cmd:i}=n.finalStage
const c=(0,y.yu)(e,s).at(-1)?.base.kind==="scratch"
if(o===undefined&&c&&t===undefined&&i===undefined)return
if(/nonroot/.test((0,y.dR)(e,s)??""))return
yield{message:"the final stage sets no USER: the image runs as the user of its base, usually root",at:d,fix:`add "USER ${r}" to the final stage`,check:a}}else if(i.value.includes("$"))return
else if(!/^[0-9]+(?::[0-9]+)?$/.test(i.value)||/^0+(?::|$)/.test(i.value))yield{message:`USER ${i.value} is ${/^(?:0+|root)(?::|$)/.test(i.value)?"root":"not numeric"}`,at:d,why:"Kubernetes recognizes a non-root user only by its number",fix:`use "USER ${r}"`,check:a}
else if(o!==undefined&&i.value!==o)yield{message:`USER is ${i.value}, the catalog requires ${o} (verify.user)`,at:d,fix:`use "USER ${o}"`,check:a}}const ee=new Set(["RUN","CMD","ENTRYPOINT","HEALTHCHECK"])
function finalCommands({dockerfile:e,trace:n}){const t=[...n.finalStage.chain].reverse().flatMap(n=>e.stages[n]?.instructions??[])
return t.filter(({keyword:e},n)=>ee.has(e)&&(e==="RUN"||!t.slice(n+1).some(n=>n.keyword===e)))}const ne=/\b(?:useradd|adduser|groupadd|addgroup)\b/
const te='remove it and use "USER 65532:65532"'
const severityOf=e=>e==="RUN"?{severity:"error"}:{check:startCheck(e,"program")}
function*shellForm(e){if((0,y.wN)(e,e.request)===undefined||e.trace.finalStage.shell!==undefined)return
for(const n of finalCommands(e)){const{keyword:t,form:s,args:o,line:r}=n
if(s==="json"||o.length===0)continue
const a=t==="HEALTHCHECK"?"HEALTHCHECK CMD":t
const c=t==="RUN"&&ne.test(o[0]??"")
const d=t==="RUN"?undefined:execForm(e,n)
yield{message:`${a} is in shell form, but the final image has no shell`,at:{file:e.dockerfile.file,line:r},...severityOf(t),...c&&{why:"it has no program to add users either; distroless images include the user 65532 (nonroot)"},fix:c?te:t==="RUN"?"run it in an earlier stage and COPY --from the result":`use the JSON form: ${a} ["/usr/bin/python3", "..."]`,...(0,i.s)({edits:d&&[d]})}}}function execForm({dockerfile:e},n){const t=n.args[0]??""
if(/[^\w\s./:=@%+,-]/.test(t)||/^\w+=/.test(t)||n.line!==n.endLine)return undefined
const s=t.trim().split(/\s+/)
const i=`[${s.map(e=>JSON.stringify(e)).join(", ")}]`
const o=t.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")
return replaceGroup(e,n,new RegExp(`\\s(${o})\\s*$`),i)}const se=/^(?:\/(?:usr\/)?s?bin\/)?(?:sh|bash|ash|dash|curl|wget|nc|useradd|adduser|groupadd|apt|apt-get|apk|pip|pip3)$/
const ie=/^(?:\/usr\/bin\/)?python$|^\/usr\/local\/bin\/python[\d.]*$/
const oe=/^(?:uvicorn|gunicorn|hypercorn|daphne|waitress-serve|flask|fastapi|celery|alembic|django-admin|streamlit)$/
function*missingTool(e){if((0,y.wN)(e,e.request)===undefined)return
const n=new Set((0,y.qz)(e,e.request).flatMap(e=>e.paths.flatMap(n=>[h.posix.basename(n),h.posix.join((0,y.mG)(e),h.posix.basename(n))])))
const t=(0,y.dR)(e,e.request)??""
for(const{keyword:s,form:i,args:o,line:r}of finalCommands(e)){const[a="",...c]=o
if(i!=="json"||n.has(a)||n.has(h.posix.basename(a)))continue
const d=replacementFor(a,c,s,t)
if(d===undefined)continue
yield{message:`${s} runs ${a}, which is not in the final image`,at:{file:e.dockerfile.file,line:r},...severityOf(s),...d}}}function replacementFor(e,n,t,s){const i=/distroless\/python/.test(s)
if(se.test(e)){if(ne.test(e))return{fix:te}
return{fix:i?usePython(t):"use a program that is copied into the image"}}if(/(?:^|\/)distroless\//.test(s)&&ie.test(e)){const e=["/usr/bin/python3",...n.slice(0,2)].map(e=>JSON.stringify(e))
return{why:"its Python is /usr/bin/python3",fix:`use [${[...e,...n.length>2?["..."]:[]].join(", ")}]`}}if(!i||!oe.test(e))return undefined
return{message:`${t} runs the script ${e}, whose Python is not in the final image`,why:"its first line names the Python of the stage that installed it, usually /usr/local/bin/python",fix:`use ["/usr/bin/python3", "-m", "${e}", ...]`}}const usePython=e=>e==="HEALTHCHECK"?`use Python: CMD ["/usr/bin/python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8080/health')"]`:"use /usr/bin/python3"
const re=[{id:"final-user",scope:"service",severity:"warning",verifiedBy:"nonroot",title:"The image does not run as the required numeric, non-root user",docs:"Without `USER`, a container runs as root. A name cannot be checked from outside; a number can. With `verify.user`, which requires a certain user, and for distroless images, the finding is an error.",check:finalUser},{id:"distroless-shell",scope:"service",severity:"error",verifiedBy:"entrypoint",title:"Shell form on an image without a shell",docs:"`RUN x`, `CMD x`, `ENTRYPOINT x` and `HEALTHCHECK CMD x` run `/bin/sh -c x`, which distroless images and `scratch` lack. Use the JSON form.",check:shellForm},{id:"distroless-tool",scope:"service",severity:"error",verifiedBy:"entrypoint",title:"A program that is not in the final image",docs:"Distroless images have no shell, curl, wget or package manager, and Python only as `/usr/bin/python3`. Scripts such as `uvicorn` start with the path of the Python that installed them; run them as modules. A `HEALTHCHECK` can use Python's `urllib`.",check:missingTool}]
const ae=new Set(["dockerfile/submodule","dockerfile/lfs-pointer","dockerfile/not-checked-out","dockerfile/file-name"])
const ce=new Set(["dockerfile/missing-source","dockerfile/ignored-source",...ae])
const reportProblems=(e,n)=>function*(t,s){for(const{code:o,at:r=s.at,message:a,why:c,fix:d=n}of t)if(e(o))yield{message:a,at:r,...(0,i.s)({why:c,fix:d})}}
const de=[{id:"missing-source",scope:"problems",severity:"error",title:"COPY or ADD of a path that is not in the build context",docs:"Paths are relative to the context, not to the Dockerfile. The fix suggests the likely path.",check:reportProblems(e=>e==="dockerfile/missing-source","add it to the context, or remove it from this line")},{id:"ignored-source",scope:"problems",severity:"error",title:"COPY or ADD of a path that the ignore file excludes",docs:"The engine does not receive the file. Add `!path` after the pattern that excludes it, or change the pattern.",check:reportProblems(e=>e==="dockerfile/ignored-source")},{id:"not-checked-out",scope:"problems",severity:"error",title:"COPY or ADD of a file that is in git but not checked out",docs:"A submodule, a Git LFS pointer, a name that is not UTF-8, or a file that the sparse checkout skips and git converts on checkout. The image would lack the file or contain the pointer. Set `submodules: recursive` and `lfs: true` for actions/checkout; add what the image does not need to the ignore file.",check:reportProblems(e=>ae.has(e))},{id:"dockerfile-error",scope:"problems",severity:"error",title:"A Dockerfile or ignore file that the engine rejects",docs:"A syntax error, an unknown stage, a malformed pattern, or a link that leaves the context.",check:reportProblems(e=>!ce.has(e))}]
function*missingInStage(e){const{trace:n}=e
for(const t of n.steps){const s=t.instruction.keyword==="COPY"?(0,O.lG)(t,n):undefined
if(s===undefined)continue
for(const i of t.paths.slice(0,-1)){const o=(0,O.Ag)(i)
if(/[$*?[]/.test(i)||(0,J.ne)(e,s,o)!=="no")continue
const r=`stage ${(0,O.ek)(n,s)?.name??s}`
const a=(0,K.h)(o,destinationsIn(s,e))
yield{message:`${r} never creates ${i}`,at:{file:n.file,line:t.instruction.line},why:"no COPY and no command of that stage creates it",fix:a===undefined?`COPY it into ${r} first, or remove this line`:`did you mean ${a}?`}}}}const destinationsIn=(e,{trace:n})=>n.steps.flatMap(n=>n.stage===e&&n.instruction.keyword!=="RUN"?[(0,y.mG)(n)]:[])
const le=/^(?:http|pip|uvicorn|gunicorn|hypercorn|flask|celery|django|streamlit|debugpy|venv|json|unittest|pytest|compileall|site)(?:\.|$)/
function*missingModule(e){const{trace:n,service:t}=e
const s=n.finalStage.cmd?.line??n.finalStage.entrypoint?.line
const i=startedModule(commandWords(e))
if(i===undefined||s===undefined||le.test(i))return
const o=pythonSearchPath(e)
if(o===undefined||n.finalStage.base.kind!=="image"||n.wholeContext.length>0)return
if(n.steps.some(e=>ue.test((0,O.o0)(e))))return
const r=i.replaceAll(".","/")
const a=[`${r}.py`,`${r}/__main__.py`,`${r}/__init__.py`,`${r}.pyc`]
const c=[...new Set(o)].filter(e=>!/-packages$|^\/usr\/lib\//.test(e))
const d=c.flatMap(e=>a.map(n=>h.posix.join(e,n)))
if(d.some(t=>n.finalStage.chain.some(n=>(0,J.No)(e,n,t)!=="no")))return
const l=t.context==="."?"":`${t.context}/`
const u=filesIn(e.request.around.tree).find(({entry:e})=>e.path.startsWith(l)&&a.slice(0,2).some(n=>`/${e.path}`.endsWith(`/${n}`)))?.entry.path
if(u===undefined)return
yield{message:`the container starts the module ${i}, but no instruction copies ${u} to a folder that Python searches`,at:{file:n.file,line:s},why:`Python searches ${c.join(", ")}`,fix:`COPY the folder that contains ${r.split("/")[0]} to ${workdirOf(e)}, or add it to PYTHONPATH`}}const ue=/\bpip[\d.]*\s+install\b[^&|;\n]{0,2000}\s(?:-e|--editable|\.{1,2}(?=[\s/[]|$)|\/|\S+\.whl)|setup\.py|\b(?:poetry|uv|pdm|hatch|flit|pipenv)\s|-m\s+build\b/
const fe=[{id:"missing-stage-source",scope:"service",severity:"error",title:"COPY --from of a path that the other stage never creates",docs:"Reported only if certain: the other stage starts from a well-known image or `scratch`, and every command in it has known results, such as `apt-get`, `pip`, `mkdir` or `chown`, unlike `make` or `npm run build`.",check:missingInStage},{id:"missing-module",scope:"service",severity:"error",verifiedBy:"entrypoint-module",title:"The container starts a Python module that is not in the image",docs:"`python -m controller.main` fails if `controller/` is not below the working directory or a folder of `PYTHONPATH`. Reported if the module is in the repository and every instruction that might copy it is understood.",check:missingModule}]
const pe=/^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/
function declaredAnywhere({dockerfile:e}){return new Set(e.instructions.filter(({keyword:e})=>e==="ARG").flatMap(({pairs:e})=>e.map(({key:e})=>e)))}function argInserter({dockerfile:e}){const n=new Map
return(t,s)=>{const i=e.stages.findLast(({line:e})=>e<=s.line)
const o=`${i?.index} ${t}`
const r=n.get(o)??insertAbove(e,s,`ARG ${t}`)
n.set(o,r)
return[r]}}function*undeclaredArgs(e){const{trace:n,service:t,dockerfile:s}=e
const i=declaredAnywhere(e)
const o=argInserter(e)
const isKnownArg=e=>i.has(e)||Object.hasOwn(t.args,e)||pe.test(e)
const report=(e,t)=>({message:`${t.keyword} uses $${e}, which this stage does not declare: it is empty`,at:{file:n.file,line:t.line},why:i.has(e)?"an ARG is visible only in the stage that declares it":"nothing in the Dockerfile sets it",fix:`add "ARG ${e}" to this stage, above the ${t.keyword}`,edits:o(e,t)})
for(const{name:e,keyword:t,line:i}of n.unset){const n=s.instructions.find(e=>e.line===i&&e.keyword===t)
if(t!=="LABEL"&&t!=="ENV"||n===undefined)continue
if(!hasDefault(e,n)&&(t==="LABEL"||isKnownArg(e)))yield report(e,n)}for(const{stage:n,instruction:t,names:s}of shellRuns(e))for(const i of s)if(isKnownArg(i)&&!mayInherit(i,n,e))yield report(i,t)}const hasDefault=(e,{raw:n})=>{const t=RegExp.escape(e)
return!new RegExp(`\\$(?:${t}(?!\\w)|\\{${t}\\})`).test(n)}
function*shellRuns({dockerfile:e,trace:n}){const t=new Map
for(const{index:s,base:i}of n.stages){const n=e.stages[s]
if(n===undefined)continue
const o=new Set(i.kind==="stage"?t.get(i.stage):[])
t.set(s,o)
for(const e of n.instructions){const{keyword:t,pairs:s,form:i}=e
if(t==="ARG"||t==="ENV")for(const{key:e}of s)o.add(e)
if(t!=="RUN"||i==="json")continue
yield{stage:n,instruction:e,names:shellVariables(e).filter(e=>!o.has(e))}}}}const he=/\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:[#%/^,:][^-+=?}][^}]{0,1000})?\})/g
function shellVariables({rest:e,heredocs:n}){const t=n.map(({content:e})=>e)
const s=[e,...t].join("\n")
if(/(?:^|[\s;&|(])(?:\.|source|eval)\s/.test(s))return[]
const i=withoutSingleQuotes([e,.../^\s*<</.test(e)?t:[]].join("\n"))
const o=namesSetIn(s)
const r=[...i.matchAll(he)].map(([,e,n=""])=>e??n)
return[...new Set(r)].filter(e=>!o.has(e))}function withoutSingleQuotes(e){let n=""
let t
for(let s=0;s<e.length;s++){const i=e[s]??""
if(t!=="'"&&i==="\\")s++
else if(t==="'")t=i==="'"?undefined:t
else{if(i===t)t=undefined
else if(t===undefined&&(i==="'"||i==='"'))t=i
if(t!=="'")n+=i}}return n}function namesSetIn(e){const n=[...e.matchAll(/(?<![\w$])([A-Za-z_]\w*)\+?=/g)].map(([,e=""])=>e)
const t=[...e.matchAll(/\b(?:for|read|declare|local|export)\s([^;\n]*)/g)].flatMap(([,e=""])=>e.match(/(?<!\S)[A-Za-z_]\w*/g)??[])
return new Set([...n,...t])}function mayInherit(e,{index:n},{trace:t,request:s,from:i}){if(pe.test(e))return false
const o=(0,O.ap)(t,n).at(-1)?.base
if(o?.kind==="scratch")return false
if(o?.kind==="named"){const n=s.subjects.get(i[o.name]??"")
return!(0,l.Y)(n)||e in n.trace.finalStage.env}const r=o?.kind==="image"?(0,w.O)(o.ref):undefined
return r===undefined||r.has(e)}function*undefinedVariables(e){const{trace:n,service:t,dockerfile:s}=e
const i=declaredAnywhere(e)
for(const{name:o,keyword:r,line:a,certainty:c,stage:d}of n.unset){const l=s.stages[d]
const u=s.instructions.find(e=>e.line===a&&e.keyword===r)
if(r!=="ENV"||l===undefined||u===undefined)continue
if(i.has(o)||Object.hasOwn(t.args,o)||(0,v.Z7)(o))continue
if(hasDefault(o,u)||u.pairs.some(({key:e})=>e===o))continue
if(c==="maybe"&&mayInherit(o,l,e))continue
yield{message:`ENV uses $${o}, which nothing sets: the value is stored without it`,at:{file:n.file,line:a},why:"ENV is expanded when the image is built, without the variables of the running container",fix:`remove this ENV and set it when the container starts, or declare "ARG ${o}" if it is not a secret`}}}const me=[{id:"undeclared-arg",scope:"service",severity:"warning",title:"LABEL, ENV or RUN uses an ARG that its stage does not declare",docs:"An `ARG` is visible only in its stage, and one before the first `FROM` only in `FROM` lines. Elsewhere it is empty. Repeat `ARG NAME` in the stage; `lucid lint --fix` does this.",check:undeclaredArgs},{id:"undefined-variable",scope:"service",severity:"warning",title:"ENV uses a variable that nothing sets",docs:"`ENV` is expanded when the image is built, from ARG and ENV only. Set other values when the container starts, or in the program.",check:undefinedVariables}]
const ge=/^(?:\w+_)?(?:BUILD_?(?:DATE|TIME|TIMESTAMP|NUMBER|ID)|TIMESTAMP|CREATED|VCS_REF|(?:GIT_)?REVISION|GIT_(?:COMMIT|SHA|REV|REF|HASH)|COMMIT(?:_(?:SHA|HASH|ID))?)$/i
const ve=/\{\{\s*(?:revision|short_revision|date)\s*\}\}/
const ye=/(?:^|[\s;&|(])(?:(?:apt-get|apt|dnf|yum|microdnf|zypper|tdnf)\s(?:\S+\s){0,50}?(?:install|upgrade)|apk\s(?:\S+\s){0,50}?add|(?:pip[\d.]*|uv\s+pip)\s+install|npm\s+(?:ci|install)|yarn\s+install|pnpm\s+(?:install|fetch)|bundle\s+install|composer\s+install|go\s+mod\s+download|cargo\s+fetch|poetry\s+install|uv\s+sync)\b/
const we=/^(?:mkdir|chmod|chown|echo|printf|ln|rm|touch|set|cd|true|useradd|adduser|groupadd|addgroup|usermod|cp|mv)$/
const volatile_args_textOf=({raw:e,heredocs:n})=>[e,...n.map(({content:e})=>e)].join("\n")
const usePattern=e=>new RegExp(`(?<!\\w)${RegExp.escape(e)}(?!\\w)`)
function runKind({args:e,form:n,heredocs:t}){const s=[...e,...t.map(({content:e})=>e)].join("\n")
if(ye.test(s))return"installs"
const i=n==="json"?[e]:(0,W.h)(s)
return i.every(([e=""])=>we.test(e))?"fast":"unknown"}function uncachedInstall(e,n,t,s){const{dockerfile:i,trace:o}=e
const r=(i.stages[n]?.instructions??[]).slice(t).filter(({keyword:e})=>e==="RUN")
const a=r.find(e=>runKind(e)!=="fast"||s.test(volatile_args_textOf(e)))
if(a!==undefined)return runKind(a)==="installs"&&!s.test(volatile_args_textOf(a))?a:undefined
const c=o.stages.filter(({base:e})=>e.kind==="stage"&&e.stage===n)
return c.map(({index:n})=>uncachedInstall(e,n,0,s)).find(e=>e!==undefined)}function*volatileEarly(e){const{dockerfile:n,trace:t,service:s}=e
const isVolatile=e=>{const n=s.args[e]
return n===undefined?ge.test(e):ve.test(n)}
for(const{index:s}of t.stages)for(const[t,{keyword:i,pairs:o,line:r}]of(n.stages[s]?.instructions??[]).entries())for(const{key:a}of i==="ARG"?o.filter(({key:e})=>isVolatile(e)):[]){const i=uncachedInstall(e,s,t+1,usePattern(a))
if(i===undefined)continue
yield{message:`ARG ${a} is above the RUN on line ${i.line}, which installs packages and does not use it: it is never cached`,at:{file:n.file,line:r},why:"every ARG above a RUN is part of its cache key, and this value changes with every build",fix:"move the ARG below the last RUN that does not use it"}}}const be=new Set(["BUILD_DATE","VCS_REF","GIT_COMMIT","REVISION"])
function*volatileBaked({dockerfile:e,trace:n,service:t}){const s=new Set
for(const{name:i,keyword:o,line:r,stage:a}of n.volatile){const c=t.args[i]
const d=c===undefined?be.has(i):ve.test(c)
if(o==="LABEL"||!d||s.has(i))continue
const l=n.steps.find(e=>e.stage===a&&e.instruction.line===r)?.instruction
const u=l!==undefined&&usePattern(i).test(volatile_args_textOf(l))
if(l?.keyword==="RUN"&&!u&&runKind(l)!=="unknown")continue
s.add(i)
yield{message:`this ${o} writes ${i} into the image: every build gives a different image`,at:{file:e.file,line:r},why:"branches reuse the image, which then keeps the value of its first commit; every release rebuilds it",fix:`remove ${i}, or use it only in a LABEL; labels with commit and date are set automatically`}}}const ke="org.opencontainers.image.version"
function*versionLabel({dockerfile:e,trace:n,service:t}){const s=n.volatile.filter(({name:e})=>e==="VERSION"||/\{\{\s*version/.test(t.args[e]??""))
for(const{name:i,keyword:o,line:r,stage:a}of s){const c=s.some(e=>e.name===i&&e.keyword!=="LABEL")
if(o!=="LABEL"||c||!n.finalStage.chain.includes(a))continue
const d=e.instructions.find(e=>e.line===r&&e.keyword==="LABEL")?.pairs??[]
for(const{key:n,value:s=""}of d){if(!/(?:^|[._-])version$/i.test(n)||!s.includes("$"))continue
if(n===ke&&t.policy.version==="relabel")continue
yield{message:`LABEL ${n} is 0.0.0 even in a release`,at:{file:e.file,line:r},why:"a release reuses the image that was built on the branch, which has no version yet",fix:`remove the label: the release's index has the version, and with \`policy: { version: relabel }\` its images have ${ke}`}}}}const $e=[{id:"volatile-arg-early",scope:"service",severity:"warning",title:"A date or revision declared above steps that do not use it",docs:"BuildKit includes every `ARG` above a `RUN` in that step's cache key, used or not, so every build repeats the step. Declare it directly above its first use; for labels, at the end of the stage.",check:volatileEarly},{id:"volatile-arg-baked",scope:"service",severity:"warning",title:"A date or commit in a layer",docs:"The image would differ with every build. Branches therefore reuse it with the value of the commit that built it, and each release rebuilds it. Use labels: the builder sets them without a rebuild.",check:volatileBaked},{id:"version-label",scope:"service",severity:"warning",title:"A label set from VERSION",docs:"A release reuses the image of the branch, where `VERSION` is `0.0.0`. With `policy: { version: identical }`, the release's index has the version. With `relabel`, the release gets an image with the same layers and the right `org.opencontainers.image.version`. Other labels stay wrong.",check:versionLabel}]
const xe=new Set(("aiohttp argon2-cffi-bindings asyncpg bcrypt blis brotli cassandra-driver cffi charset-normalizer-compiled confluent-kafka coincurve contourpy "+"cryptography curl-cffi cymem cython cytoolz dbus-python duckdb faiss-cpu fastparquet fiona frozenlist gevent greenlet grpcio "+"grpcio-tools h5py hiredis httptools jiter kiwisolver lightgbm llvmlite lmdb lxml lz4 matplotlib msgpack msgspec multidict "+"murmurhash mysqlclient netifaces numba numexpr numpy onnxruntime opencv-python opencv-python-headless orjson pandas pillow "+"polars preshed propcache psutil psycopg2 psycopg2-binary psycopg-binary psycopg-c pyarrow pycryptodome pycryptodomex pydantic-core "+"pygit2 pymssql pymupdf pynacl pyodbc pyproj pyrsistent-c pyyaml-c pyzmq rapidfuzz regex rpds-py ruamel-yaml-clib safetensors "+"scikit-image scikit-learn scipy sentencepiece setproctitle shapely spacy sqlcipher3 srsly tensorflow thinc tiktoken tokenizers "+"torch torchaudio torchvision ujson uvloop watchfiles xgboost xxhash yarl zstandard secp256k1 ckzg pysha3 eth-hash-c").split(" "))
const Oe={"argon2-cffi":"argon2-cffi-bindings","grpcio-health-checking":"grpcio","grpcio-reflection":"grpcio","grpcio-status":"grpcio",pyopenssl:"cryptography",paramiko:"cryptography",fastapi:"pydantic-core","pydantic-settings":"pydantic-core",web3:"aiohttp",aiobotocore:"aiohttp",transformers:"tokenizers",statsmodels:"numpy",seaborn:"numpy"}
function nativePackageFor(e,n){if(xe.has(e))return e
if(e==="pydantic")return/^(?:==|~=|<=?)\s*1\b/.test(n.join("").trim())?undefined:"pydantic-core"
return Oe[e]}function*pythonMismatch(e){const{trace:n,request:t}=e
if(bringsOwnPython(e))return
const s=(0,x.vM)(n.finalStage.stage,e,t)
for(const{step:t,builder:i}of packageCopies(e)){const e={file:n.file,line:t.instruction.line}
if(i.python!==undefined&&s.python!==undefined&&i.python!==s.python)yield{message:`packages for Python ${i.python} are copied into an image with Python ${s.python}`,at:e,why:"compiled modules do not load in another Python version, and each version only searches its own lib/python3.x",fix:`install them in a stage with Python ${s.python}`}
const[o,r]=[i.libc?.kind,s.libc?.kind]
if(o!==undefined&&r!==undefined&&o!==r)yield{message:`packages installed with ${o} are copied into an image with ${r}`,at:e,why:"compiled modules are linked to one C library and do not load with the other",fix:r==="musl"?"install them in an Alpine stage":"install them in a Debian stage: python:...-slim"}}}function*packagesUnseen(e){const{trace:n,request:t}=e
const s=packageCopies(e)
const i=s.length===0?undefined:pythonSearchPath(e)
if(i===undefined)return
const{python:o}=(0,x.vM)(n.finalStage.stage,e,t)
const r=commandWords(e).join(" ")
const a=i.find(e=>e.endsWith("-packages")&&e.startsWith("/usr/local"))
for(const{step:e,folder:t,venv:c,builder:d}of s){if(i.includes(t)||d.python!==undefined&&d.python!==o)continue
if(c!==undefined&&r.includes(`${c}/bin/`))continue
yield{message:`Python does not search ${t} for packages`,at:{file:n.file,line:e.instruction.line},why:`it searches ${i.join(", ")}`,fix:`add "ENV PYTHONPATH=${t}"${a===undefined?"":`, or copy them to ${a}`}`}}}function*nativeWheels(e){const{trace:n,dockerfile:t,service:s,request:i}=e
if((0,O.NT)(e,n.finalStage.stage))return
const o=new Set
for(const{step:r,stage:a}of packageCopies(e)){if(o.has(a)||!(0,O.NT)(e,a))continue
const c=(0,O.ap)(n,a).map(({index:e})=>e)
const d=(0,x.CR)(e,s,i).filter(e=>c.includes(e.stage)&&e.targets.length===0)
const l=new Set(d.flatMap(e=>[...e.requirements.flatMap(({key:e,versions:n})=>nativePackageFor(e,[n??[]].flat())??[]),...(0,x.oM)(e).flatMap(n=>{const t=(0,x.$F)(n,e,undefined,i)
return t?.kind==="taken"&&t.as==="wheel"?[n.key]:[]})]))
const u=t.stages[c.at(-1)??-1]?.line
if(l.size===0||u===undefined)continue
o.add(a)
const f=`${[...l].slice(0,4).join(", ")}${l.size>4?` and ${l.size-4} more`:""}`
const p=l.size>1?"them":"it"
yield{message:`${f}: compiled for the build machine, and line ${r.instruction.line} copies ${p} into the image`,at:{file:t.file,line:u},why:"on $BUILDPLATFORM, pip installs wheels for the build machine; only pure Python runs everywhere",fix:"remove --platform=$BUILDPLATFORM from this FROM, so that the stage runs on the image's platform"}}}const Se=[{call:/\bgo\s+build\b[^&|;\n]{0,2000}?\s-o[= ]?\s*["']?([^\s"'&|;]+)/g,name:"go build",cross:/GOARCH|TARGET|\bxx-/},{call:/\b(?:gcc|g\+\+|cc|c\+\+|clang)\b[^&|;\n]{0,2000}?\s-o\s*["']?([^\s"'&|;]+)/g,name:"the C compiler",cross:/TARGET|\bxx-|-linux-gnu|--target|CROSS/},{call:/\bcargo\s+build\b[^&|;\n]{0,2000}--release/g,name:"cargo build",cross:/TARGET|--target|CARGO_BUILD|\bxx-|zigbuild/}]
function*nativePrograms(e){const{trace:n,dockerfile:t}=e
if((0,O.NT)(e,n.finalStage.stage))return
for(const s of n.steps){const i=n.finalStage.chain.includes(s.stage)?(0,O.lG)(s,n):undefined
if(i===undefined||!(0,O.NT)(e,i))continue
const o=(0,O.ap)(n,i).map(({index:e})=>e)
const r=o.flatMap(e=>t.stages[e]?.instructions??[]).flatMap(({raw:e,heredocs:n})=>[e,...n.map(({content:e})=>e)]).join("\n")
const a=s.paths.slice(0,-1).map(O.Ag)
const c=n.steps.filter(e=>o.includes(e.stage)&&e.instruction.keyword==="RUN")
for(const e of c)for(const{call:n,name:i,cross:o}of Se){if(o.test(r))continue
const c=[...(0,O.o0)(e).matchAll(n)].map(([,n="target/release"])=>h.posix.resolve(e.workdir,n))
const isCopied=e=>a.some(n=>(0,O.UO)(e,n)||(0,O.UO)(n,e))
if(!c.some(isCopied))continue
yield{message:`${i} compiles for the build machine, and line ${s.instruction.line} copies the program into the image`,at:{file:t.file,line:e.instruction.line},why:"the stage runs on $BUILDPLATFORM, and the compiler is not given another target",fix:i==="go build"?"declare ARG TARGETARCH and build with GOARCH=$TARGETARCH":"remove --platform=$BUILDPLATFORM from its FROM, or cross-compile for $TARGETARCH"}}}}const Pe=[{id:"native-on-build-platform",scope:"service",severity:"warning",title:"Compiled for the build machine, copied into the image",docs:"A stage on `$BUILDPLATFORM` builds for the build machine. Pure Python, JavaScript and generated text are fine. Native extensions (`grpcio`, `cryptography`, `pydantic` 2, `numpy`) and programs of a compiler without a target fail on another platform: `exec format error`, or a failed import. Run that stage on the image's platform, or cross-compile.",*check(e){yield*nativeWheels(e)
yield*nativePrograms(e)}},{id:"python-mismatch",scope:"service",severity:"warning",verifiedBy:"python-packages",title:"Builder and runtime with different Pythons or C libraries",docs:"Compiled modules do not load in another Python or C library (Alpine's musl, Debian's glibc), and Python 3.11 does not search `lib/python3.12`. Versions are read from [image names](#requirements).",check:pythonMismatch},{id:"packages-unseen",scope:"service",severity:"warning",verifiedBy:"python-packages",title:"Python packages in a folder that the runtime does not search",docs:"Packages in `/home/app/.local`, `/usr/local/lib/python3.11/site-packages` (Debian's and distroless images search `dist-packages`) or a folder of their own need `PYTHONPATH`. Otherwise the container exits with ModuleNotFoundError. Reported for Docker's Python images, Debian and distroless.",check:packagesUnseen}]
var Ae=t(75569)
const je=new Set(("pytest black flake8 mypy pylint isort ruff tox nox coverage pre-commit autopep8 yapf pycodestyle pyflakes pydocstyle bandit "+"hypothesis mock responses requests-mock httpretty vcrpy factory-boy freezegun time-machine nose nose2 ipdb pdbpp twine "+"bump2version bumpversion commitizen pyright pytype pyre-check vulture radon pyupgrade codespell interrogate locust "+"pip-audit pip-tools pipdeptree fakeredis mongomock aioresponses respx testcontainers allure-pytest behave robotframework").split(" "))
function isDevelopmentPackage(e){if(je.has(e))return true
return/^(?:pytest|flake8|pylint|types)-/.test(e)||/-stubs$/.test(e)}const Re=[["python-consul","python-consul2","py-consul","consul"],["psycopg2","psycopg2-binary"],["opencv-python","opencv-python-headless","opencv-contrib-python","opencv-contrib-python-headless"],["pyjwt","jwt"],["pycrypto","pycryptodome","crypto"],["python-jose","jose"],["pymupdf","fitz"],["python-dotenv","dotenv"],["python-magic","file-magic","magic"],["pillow","pil","pillow-simd"],["tensorflow","tensorflow-cpu","tensorflow-gpu"],["onnxruntime","onnxruntime-gpu"],["faiss-cpu","faiss-gpu"],["pinecone","pinecone-client"],["python-slugify","unicode-slugify","slugify"],["pyserial","serial"],["websocket-client","websocket"],["pymongo","bson"],["docker","docker-py"],["mysqlclient","mysql-python"],["python-ldap","ldap"],["scikit-learn","sklearn"],["beautifulsoup4","bs4","beautifulsoup"],["pyyaml","yaml"],["discord-py","discord"]]
function conflictingPackages(e,n){const t=Re.find(n=>n.includes(e))
return t===undefined?[]:n.filter(n=>n!==e&&t.includes(n))}const Ie=("aiofiles aiohttp aiokafka aiomysql aiopg aioredis aiosqlite alembic amqp anyio apscheduler argon2-cffi asgiref asyncio-mqtt asyncpg attrs "+"authlib azure-identity azure-storage-blob babel bcrypt beautifulsoup4 boto3 botocore cachetools celery certifi cffi chardet "+"charset-normalizer click cloudpickle colorama configparser cryptography dataclasses-json distro django django-cors-headers "+"djangorestframework dnspython docker elasticsearch email-validator eth-account fastapi flask flask-cors flask-login "+"flask-sqlalchemy frozenlist fsspec gevent gitpython google-api-core google-auth google-cloud-storage greenlet grpcio "+"grpcio-health-checking grpcio-reflection grpcio-tools gunicorn h11 httpcore httptools httpx hvac idna importlib-metadata influxdb-client "+"itsdangerous jinja2 jmespath joblib jsonschema kafka-python kombu kubernetes langchain loguru lxml mako markdown markupsafe "+"marshmallow matplotlib minio mongoengine motor msgpack multidict mysqlclient nats-py numpy oauthlib openai openpyxl "+"opentelemetry-api opentelemetry-sdk orjson packaging paho-mqtt pandas paramiko passlib peewee pika pillow pip platformdirs ply "+"prometheus-client protobuf psutil psycopg psycopg2 psycopg2-binary pyarrow pyasn1 pycparser pycryptodome pydantic "+"pydantic-settings pygments pyjwt pymongo pymysql pynacl pyopenssl pyparsing pyserial python-consul python-consul2 "+"python-dateutil python-dotenv python-jose python-json-logger python-multipart python-socketio pytz pyyaml pyzmq qrcode redis "+"regex requests requests-oauthlib rich rsa s3transfer scikit-learn scipy selenium sentry-sdk setuptools simplejson six slack-sdk "+"sniffio sqlalchemy sqlmodel starlette stripe structlog tabulate tenacity toml tomli torch tornado tqdm tronpy typer "+"typing-extensions tzdata tzlocal ujson urllib3 uvicorn uvloop watchdog watchfiles web3 websocket-client websockets werkzeug "+"wheel wrapt xmltodict yarl zeroconf zipp zstandard").split(" ")
const isInstallerPackage=e=>["pip","setuptools","wheel","uv","poetry","pipenv","hatch","build","pdm"].includes(e)
var Me=t(32865)
function*lookedUp(e){const{request:n,service:t}=e
if(n.packageFacts===undefined)return
for(const s of(0,x.CR)(e,t,n))for(const e of(0,x.oM)(s)){const t=(0,x.B9)(e,s,n)
yield{install:s,requirement:e,releases:t.kind==="known"?t.releases:undefined,isPartial:t.kind==="known"&&t.all==="some",isMissing:t.kind==="missing",choiceFor:t=>(0,x.$F)(e,s,t,n)}}}function*unknownPackage(e){for(const{requirement:n,isMissing:t}of lookedUp(e)){if(!t)continue
const e=similarPackage(n.key)
yield{message:`the index has no package ${n.name}`,at:n.at,why:"pip finds no matching distribution, and the build fails",...(0,i.s)({fix:e&&`did you mean ${e}?`})}}}function similarPackage(e){const n=(0,K.h)(e,Ie)
if(n!==undefined)return n
const t=coreOf(e)
return t.length<3?undefined:Ie.find(e=>coreOf(e)===t)}const coreOf=e=>e.replace(/^(?:python3?-|py-|py(?=[a-z]{3})|aio|async-|asyncio-)/,"").replace(/(?:-python|-py|-client|[23])$/,"")
const exactVersion=e=>/(?:^|,)={2,3}([^,*]+)/.exec(e)?.[1]
function*unknownVersion(e){for(const{install:n,requirement:t,releases:s,isPartial:i,choiceFor:o}of lookedUp(e)){if(s===undefined||i||o(n.targets[0])?.kind!=="no-version")continue
const{name:e,versionsAt:r}=t
const a=(0,x.LJ)(t,n).join(",")
const c=(0,Ae.k$)(a)?exactVersion(a):undefined
yield{message:c===undefined?`no version of ${e} matches ${a}`:`the index has no ${e} ${c}`,at:r,why:"pip finds no matching distribution, and the build fails",...suggestVersions(s,c)}}}function suggestVersions(e,n){const t=n===undefined?[]:(0,Ae.Az)(e,n)
const s=(0,Ae.Rg)(e)
if(t.length===0)return s===undefined?{}:{fix:`use ${s}, the newest version`}
const i=s===undefined||t.includes(s)?"":`; the newest version is ${s}`
return{fix:`use ${t.join(" or ")}${i}`}}function*notInstallable(e){for(const{install:n,requirement:t,releases:s,isPartial:i,choiceFor:o}of lookedUp(e)){if(s===undefined||i)continue
const{name:e,versionsAt:r}=t
for(const i of n.targets.length===0?[undefined]:n.targets){const a=o(i)
if(a?.kind!=="python"&&a?.kind!=="no-file")continue
const c=(0,Ae.Rg)(a.releases)
const d=a.releases.find(({version:e})=>e===c)??a.releases[0]
const l=`${e} ${d?.version??""}`
if(a.kind==="python"&&n.python!==undefined){yield{message:`${l} requires Python ${d?.requiresPython??""}, this stage has Python ${n.python}`,at:r,why:"pip skips such versions and finds no other, so the build fails",fix:"use a version for this Python, or a base image with another Python"}
break}if(a.kind==="no-file"&&i!==undefined)yield{message:`${l} has neither a wheel for ${describeTarget(i)} nor a source distribution`,at:r,why:"pip finds nothing to install, so the build fails",...suggestWheel(s,t,i)}}}}function*noWheel(e){for(const{requirement:n,releases:t,target:s,release:i}of builtFromSource(e))if(!i.wheels.every(Me.KZ))yield{message:`${n.name} ${i.version} has no wheel for ${describeTarget(s)}: the build compiles it`,at:n.versionsAt,why:"this needs a compiler and headers in the stage, and takes minutes under emulation",...suggestWheel(t??[],n,s)}}function*sourceOnly(e){for(const{requirement:n,release:t}of builtFromSource(e))if(t.wheels.every(Me.KZ))yield{message:`${n.name} ${t.version} has only a source distribution`,at:n.versionsAt,why:"pip runs its setup in the build, which may need a compiler"}}function*builtFromSource(e){for(const n of lookedUp(e))for(const e of n.install.targets){const t=n.choiceFor(e)
if(t?.kind==="taken"&&t.as==="source")yield{...n,target:e,release:t.release}}}function describeTarget({platform:e,python:n,libc:t}){const s=[...n===undefined?[]:[`Python ${n}`],...t?.kind==="musl"?["musl"]:[]]
const i=s.pop()
return i===undefined?e:`${[e,...s].join(", ")} and ${i}`}function suggestWheel(e,{versions:n=""},t){const s=e.filter(({wheels:e})=>e.some(e=>(0,Me.mF)(e,t)))
const o=/={2,3}([^,*]+)/.exec(n)?.[1]
const r=o===undefined?undefined:(0,Ae.Az)(s,o).at(-1)
const a=r??(0,Ae.Rg)(s)
return(0,i.s)({fix:a&&`use ${a}, which has one`})}function*yanked(e){for(const{install:n,requirement:t,releases:s=[],choiceFor:i}of lookedUp(e)){const e=i(n.targets[0])
if(e?.kind!=="taken"||e.release.yanked===undefined)continue
const{version:o,yanked:r}=e.release
const a=(0,Ae.Az)(s,o)
yield{message:`${t.name} ${o} was yanked by its maintainers`,at:t.versionsAt,...r!==""&&{why:r},...a.length>0&&{fix:`use ${a.join(" or ")}`}}}}const Te="[Needs an index](#requirements)."
const Ee=[{id:"unknown-package",scope:"service",severity:"error",title:"A package that the index does not have",docs:`pip finds no matching distribution. ${Te}`,check:unknownPackage},{id:"unknown-version",scope:"service",severity:"error",title:"A version that the index does not have",docs:`The fix names the nearest versions. ${Te}`,check:unknownVersion},{id:"not-installable",scope:"service",severity:"error",title:"A version that this Python or platform cannot install",docs:`It requires another Python, or has neither a wheel for the platform nor a source distribution. ${Te}`,check:notInstallable},{id:"no-wheel",scope:"service",severity:"warning",title:"No wheel for the platform and Python, so the build compiles it",docs:`A wheel must fit the stage's Python, platform and C library: manylinux for Debian and similar, musllinux for Alpine. Compiling is slow, very slow under emulation, and needs a compiler. Stages on \`$BUILDPLATFORM\` are not checked. ${Te}`,check:noWheel},{id:"source-only",scope:"service",severity:"note",title:"A package with only a source distribution",docs:`Its setup runs in the build and may need a compiler. ${Te}`,check:sourceOnly},{id:"yanked-version",scope:"service",severity:"warning",title:"A version that was yanked",docs:`Its maintainers withdrew it, usually as broken or unsafe; pip installs it only because it is pinned. ${Te}`,check:yanked}]
var Ne=t(85465)
const installsOf=e=>(0,x.CR)(e,e.service,e.request)
const certainOf=(e,n=e.requirements)=>n.filter(n=>(0,x.RE)(n,e)==="yes")
function*invalidRequirements(e){for(const{problems:n}of installsOf(e))for(const{message:e,at:t,why:s,fix:o}of n)if(t!==undefined)yield{message:e,at:t,...(0,i.s)({why:s,fix:o})}}function*developmentPackages(e){if(commandWords(e).some(e=>e.split("/").some(isDevelopmentPackage)))return
for(const n of installsOf(e).filter(({conditional:e})=>!e))for(const{name:e,key:t,at:s}of certainOf(n))if(isDevelopmentPackage(t))yield{message:`${e} is a development package, and the image installs it`,at:s,why:"it makes the build longer and the image larger, and the service does not need it",fix:"move it to a requirements-dev.txt that this image does not install"}}function*unpinnedPackages(e){for(const n of installsOf(e))for(const e of certainOf(n)){const{name:t,key:s,url:i,versions:o,at:r}=e
if(i!==undefined||isInstallerPackage(s))continue
if((0,x.LJ)(e,n).some(Ae.k$))continue
const a=o===undefined?"has no version":"allows several versions"
yield{message:`${t}${o??""} ${a}: every build may install a different one`,at:r,fix:`pin it: ${t}==VERSION`}}}function*duplicatePackages(e){for(const n of installsOf(e))for(const[e,t]of repeated(certainOf(n))){if(contradiction(e,t)!==undefined||e.extras.join()!==t.extras.join())continue
yield{message:`${t.name} is required twice, first in ${(0,Ne.j$)(e.at)}`,at:t.at,fix:"keep one of the two lines"}}}function*contradictions(e){for(const n of installsOf(e)){const e=certainOf(n)
const t=certainOf(n,n.constraints)
const s=e.flatMap(e=>t.filter(({key:n})=>n===e.key).map(n=>[n,e]))
for(const[n,t]of[...repeated(e),...s]){const e=contradiction(n,t)
if(e===undefined)continue
const s=`${n.name}${n.versions??""}`
yield{message:`${t.name}${t.versions??""} contradicts ${s} in ${(0,Ne.j$)(n.at)}`,at:t.versionsAt,why:e,fix:"keep one of the two"}}}}function repeated(e){const n=Map.groupBy(e,({key:e})=>e)
return e.flatMap(e=>{const t=n.get(e.key)?.[0]
if(t===undefined||(0,Ne.j$)(t.at)===(0,Ne.j$)(e.at))return[]
return[[t,e]]})}function contradiction(e,n){if(e.versions===undefined||n.versions===undefined)return undefined
for(const[t,s]of[[e.versions,n.versions],[n.versions,e.versions]]){const e=/(?:^|,)={2,3}([^,*]+)(?:,|$)/.exec(t)?.[1]
if(e!==undefined&&!(0,Ae.yN)(e,s))return`pip finds no version: ${e} does not satisfy ${s}`}return undefined}function*rivalPackages(e){const n=installsOf(e).flatMap(e=>certainOf(e))
const t=Map.groupBy(n,({key:e})=>e)
const s=[...t.keys()]
for(const[e,[n]]of t){const t=conflictingPackages(e,s).filter(n=>s.indexOf(n)<s.indexOf(e))
if(n===undefined||t.length===0)continue
yield{message:`${n.name} conflicts with ${t.join(" and ")}`,at:n.at,why:"both install a module with the same name, and the last one installed wins",fix:"keep the one that the code uses"}}}const Ce=[{id:"requirements-error",scope:"service",severity:"error",title:"A requirements file that pip rejects",docs:"A line that is not a requirement, or a file of `-r` or `-c` that no instruction brings into the image. See [which files are read](#requirements).",check:invalidRequirements},{id:"dev-package",scope:"service",severity:"warning",title:"A development package in a production image",docs:"pytest, black, flake8, mypy and similar packages. Keep them in a file that the image does not install. Stages that the image does not need are not checked.",check:developmentPackages},{id:"unpinned-package",scope:"service",severity:"note",title:"A requirement without an exact version",docs:"The same commit may give another image tomorrow. Pin with `==`, or with a constraints file (`-c`).",check:unpinnedPackages},{id:"duplicate-package",scope:"service",severity:"warning",title:"A package that is required twice",docs:"Names are compared as pip does: `PyYAML` and `pyyaml` are one package, `py_yaml` is another.",check:duplicatePackages},{id:"package-conflict",scope:"service",severity:"error",title:"Requirements that contradict each other",docs:"No version satisfies two lines, or a line and a constraint: pip fails. Dependencies of packages are not checked.",check:contradictions},{id:"rival-packages",scope:"service",severity:"warning",title:"Packages that overwrite each other",docs:"The last one installed wins: `python-consul` and `python-consul2`, `psycopg2` and `psycopg2-binary`, `pyjwt` and `jwt`, and other known pairs.",check:rivalPackages}]
const _e=[...de,...fe,...me,...$e,...G,...Pe,...re,...X,...P,...k,...H,...Ce,...Ee,...z,...p,...I]}),58283:((e,n,t)=>{t.d(n,{v:()=>findSpecialModes})
var s=t(73024)
var i=t(76760)
var o=t(58500)
const r=2e3
async function findSpecialModes(e,n){const t=new Map
const s=modeOf(e)&1024
const a=n.flatMap(e=>"selected"in e?e.selected:[])
const c=new Set(a.filter(({input:e})=>!e.oneMode).map(({entries:e})=>e))
let d=0
for(const n of c)for(const{path:a,kind:c}of n){if(c!=="file"&&c!=="dir")continue
if(++d%r===0)await(0,o.setImmediate)()
const n=modeOf(i.join(e,a))
const l=c==="dir"?n&~s:n
if((l&3584)!==0)t.set(a,l)}return t}function modeOf(e){try{return((0,s.lstatSync)(e,{throwIfNoEntry:false})?.mode??0)&4095}catch{return 0}}}),89433:((e,n,t)=>{t.d(n,{B:()=>baseConfigReader})
var s=t(10976)
function baseConfigReader(e){const n=new Map
const readConfig=async(n,t)=>{try{const{pinned:s,digest:i,platformDigest:o=i}=await e.resolve(n,t)
const r=`${s.slice(0,s.lastIndexOf("@"))}@${o}`
const a=await e.imageFacts(r,t)
const c=(a?.entrypoint?.length??0)+(a?.command?.length??0)>0
return a&&{env:a.env,onbuild:a.onbuild,starts:c}}catch(e){if((0,s.sS)(e)||(0,s.__)(e))return undefined
throw e}}
return(e,t)=>{const s=`${t} ${e}`
const i=n.get(s)??readConfig(e,t)
n.set(s,i)
return i}}}),24242:((e,n,t)=>{t.d(n,{Iu:()=>bakedParts,Nh:()=>bakedArgName,Pv:()=>bakedDetail,UC:()=>bakedValues})
var s=t(49554)
var i=t(71190)
const o=new Set(["LABEL"])
function bakedValues({service:e,trace:n},{source:t,project:r,versions:a}){const c=n.volatile.filter(({keyword:e})=>!o.has(e))
const d=[...new Set(c.map(({name:e})=>e))].filter(n=>(0,s.V8)(n,e.args)).sort()
return(0,i.H0)(d,t,e,{project:r,version:a.get(e.name)})}const r="ARG "
function bakedParts(e,n){if(n===undefined)return[]
return Object.entries(e).map(([e,n])=>({kind:"baked",name:r+e,value:n}))}const bakedArgName=e=>e.startsWith(r)?e.slice(r.length):undefined
function bakedDetail(e,n,t){const[s,o]=[n[e],t[e]].map(e=>e===undefined?undefined:(0,i.tl)(e))
return`${e} is baked into a layer: ${s??"none"}${o===undefined?"":`, was ${o}`}`}}),15042:((e,n,t)=>{t.d(n,{n:()=>areProblems,r:()=>resolveBases})
var s=t(33916)
var i=t(10976)
async function resolveBases(e,n){const{trace:t,service:o,platform:r}=e
const a=[...t.images.map(e=>({name:e.ref,ref:e.ref,line:e.line,on:platformOf(e,r)})),...t.named.flatMap(({name:e,line:n})=>{const t=Object.entries(o.contexts).find(([n])=>(0,s.GK)(n)===e)?.[1]
return t?.kind==="image"?[{name:e,ref:t.ref,line:n,on:r}]:[]})]
const c=[]
const d=new Map
for(const{name:e,ref:s,line:o,on:r}of a){try{const{pinned:t,digest:i,platformDigest:o}=await n(s,r)
const a=d.get(e)
const c=o??i
d.set(e,{ref:e,pinned:t,digest:a===undefined?c:merge(a.digest,c)})}catch(e){if(!(0,i.sS)(e)&&!(0,i.__)(e))throw e
c.push(...e.problems.map(e=>({...e,at:{file:t.file,line:o}})))}}return c.length>0?c:[...d.values()]}function platformOf({platform:e,platformName:n},t){return e==="build"?undefined:e==="explicit"?n:t}const merge=(e,n)=>e===n?e:[...new Set([...e.split(" "),n])].sort().join(" ")
function areProblems(e){return e.some(e=>"code"in e)}}),19096:((e,n,t)=>{t.d(n,{Mq:()=>bareImage,Sk:()=>blockedImage,hS:()=>blockedBaseProblem,p9:()=>missingPlatformProblem})
var s=t(66044)
function blockedImage({service:e,platform:n},t){const i=(0,s.jM)(["blocked",e.name,n])
const o=t.length===1?t[0]?.message??"":`${t.length} problems`
const r={kind:"blocked",reasons:[{kind:"blocked",detail:o}],problems:t}
return bareImage(e,n,i,r)}function bareImage(e,n,t,i){return{service:e.name,platform:n,fingerprint:t,contentRef:`${e.image}:${(0,s.mB)(t,n)}`,components:[],bases:[],from:{},args:{},volatileArgs:[],decision:i}}const blockedBaseProblem=({service:e},n)=>({code:"plan/base-blocked",message:`is built from ${n}, which cannot be built`,at:{file:e.dockerfile}})
const missingPlatformProblem=({service:e,platform:n},t)=>({code:"plan/base-platform",message:`is built from ${t}, which is not built for ${n}`,at:e.at,fix:`add ${n} to the platforms of ${t}`})}),66044:((e,n,t)=>{t.d(n,{cE:()=>identifyImage,jM:()=>hashJson,mB:()=>contentTag})
var s=t(77598)
var i=t(98599)
var o=t(36658)
function hashJson(e){return(0,s.hash)("sha256",JSON.stringify(e)??"undefined")}function toComponent({kind:e,name:n,hash:t}){return{kind:e,name:n,hash:t.slice(0,16)}}function fingerprintOf(e){return hashJson([i.B,...e.map(({kind:e,name:n,hash:t})=>hashJson([e,n,t])).sort()])}function contentTag(e,n){return`content-${e.slice(0,32)}-${n.replaceAll("/","-")}`}async function identifyImage(e,n,t){const{service:s,platform:i}=e
const r=[...await(0,o.p)(e,n),...t]
const a=r.map(({kind:e,name:n,value:t})=>({kind:e,name:n,hash:hashJson(t)}))
const c=fingerprintOf(a)
const d=`${s.image}:${contentTag(c,i)}`
return{fingerprint:c,contentRef:d,components:a.map(toComponent)}}}),36658:((e,n,t)=>{t.d(n,{m:()=>fingerprintArgs,p:()=>fingerprintParts})
var s=t(33916)
var i=t(85465)
async function fingerprintParts(e,n){const{service:t,platform:s,trace:i}=e
return[{kind:"dockerfile",name:"Dockerfile",value:dockerfileValue(e)},...await fileParts(e,n),{kind:"args",name:"args",value:fingerprintArgs(e)},{kind:"settings",name:"settings",value:{platform:s,secrets:[...i.secrets].sort(),ssh:[...i.ssh].sort()}},...n.bases.map(({ref:e,digest:n})=>({kind:"base",name:e,value:n})),...imageParts(e,n),...i.urls.map(({url:e,checksum:n})=>({kind:"url",name:e,value:n})),...urlContexts(t)]}function fingerprintArgs({args:e,trace:n}){const t=new Set(n.declaredArgs)
const i=Object.entries(e).filter(([e])=>t.has(e)||(0,s.Z7)(e))
return Object.fromEntries(i.sort(([e],[n])=>e<n?-1:1))}const o=new Set(["CMD","ENTRYPOINT","EXPOSE","HEALTHCHECK","LABEL","MAINTAINER","STOPSIGNAL","VOLUME"])
function dockerfileValue({dockerfile:e,trace:n,args:t}){const s=new Map(n.stages.map(({index:e},n)=>[e,n]))
const i=new Map(n.stages.map(({index:e,name:n})=>[n,s.get(e)]))
const place=(e,n)=>n&&/^[+-]?\d+$/.test(e)?s.get(Number(e)):i.get(e.toLowerCase())
const value=e=>{const{keyword:s,rest:i,heredocs:o}=e
const r=s==="COPY"&&n.wholeContext.length===0&&!e.flags.some(({name:e})=>e==="from")
const a=r?e.flags.filter(({name:e})=>e!=="exclude"):e.flags
const c=a.map(e=>withPlace(s,e,place))
const d=s==="ONBUILD"&&/from=/i.test(i)?n.stages.map(({index:e,name:n})=>[e,n]):[]
const l=s==="ARG"&&e.pairs.some(({key:e})=>Object.hasOwn(t,e))?e.pairs.map(({key:e,value:n})=>Object.hasOwn(t,e)?[e]:[e,n]):i
return[s,c,l,o.map(({name:e,content:n,expand:t})=>[e,n,t]),d]}
const r=n.stages.map(({index:t,base:i})=>{const{instruction:r,from:a,instructions:c}=e.stages[t]??missingStage(t)
const d=n.finalStage.chain.includes(t)?c:c.filter(({keyword:e})=>!o.has(e))
return[r.flags,i.kind==="stage"?s.get(i.stage):i.kind==="named"?[a,i.name]:a,d.map(value)]})
const a=e.text.includes("TARGETSTAGE")?n.stages.at(-1)?.name??"default":undefined
return[e.escape,e.globals.map(value),r,a]}function missingStage(e){throw new Error(`no stage ${e}`)}function withPlace(e,{name:n,value:t},s){if(t===undefined)return[n]
if(e==="COPY"&&n==="from")return[n,s(t,true)??t]
if(e!=="RUN"||n!=="mount")return[n,t]
const i=/(?:^|,)from=([^,]*)/i.exec(t)?.[1]
const o=i===undefined?undefined:s(i,false)
return o===undefined?[n,t]:[n,t.replace(/(^|,)from=[^,]*/i,"$1"),o]}async function fileParts({selected:e,trace:n},{hash:t}){const s=new Map
const reportUnreadable=(e,t,i)=>{const o=i instanceof Error?i.message:String(i)
const r=`${e.path} cannot be read`
s.set(e.path,{code:"dockerfile/unreadable",message:r,why:o,at:{file:n.file,line:t}})
return""}
const rows=async({input:e,entries:n,root:s})=>{const i=[]
const o=[]
for(const r of n){const n=r.kind==="dir"?"":t(r)
const a=[r.path.slice(s.length),r.kind,r.executable&&!e.oneMode,n]
i.push(a)
if(typeof n==="string")continue
const setContent=e=>{a[3]=e}
o.push(n.then(setContent,n=>setContent(reportUnreadable(r,e.line,n))))}await Promise.all(o)
return i}
const o=Map.groupBy(e,({input:e})=>e.context===""?e.label:`${e.label} (${e.context})`)
const r=[]
for(const[e,n]of o){const t=[]
for(const e of n)t.push(await rows(e))
r.push({kind:"files",name:e,value:t})}if(s.size>0)throw new i.yo([...s.values()])
return r}function imageParts({from:e},{fingerprints:n}){return[...new Set(Object.values(e))].map(t=>{const s=Object.keys(e).filter(n=>e[n]===t)
return{kind:"image",name:t,value:[s.sort(),n.get(t)]}})}function urlContexts({contexts:e}){return Object.entries(e).flatMap(([e,n])=>n.kind==="url"?[{kind:"url",name:(0,s.GK)(e),value:n.url}]:[])}}),7678:((e,n,t)=>{t.d(n,{SL:()=>assemblePlan,rY:()=>decideImages,LR:()=>parentServices})
var s=t(70370)
var i=t(68780)
var o=t(95805)
var r=t(9260)
var a=t(39893)
const ownImage=e=>e===undefined||"foreign"in e?undefined:e
var c=t(11886)
var d=t(10976)
var l=t(28195)
var u=t(49554)
var f=t(71190)
var p=t(85465)
var h=t(66044)
var m=t(36658)
var g=t(24242)
var v=t(15042)
var y=t(19096)
function ttlWindow(e,n,t){if(e===undefined)return undefined
if(n===undefined)return t
const s=new Date(Math.floor(n/e)*e).toISOString().replace(".000Z","Z")
return t!==undefined&&t>=s?t:s}const w="since "
const b=/^since (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/
function ttlPart(e){return e===undefined?[]:[{kind:"age",name:w+e,value:e}]}function publishedWindow(e){return Object.keys(e??{}).flatMap(e=>b.exec(e)?.[1]??[]).sort().at(-1)}const isTtlComponent=e=>b.test(e)
function staleDetail(e){const n=publishedWindow({[e]:""})??""
return`stale: due for a new build since ${n.replace("T00:00:00Z","")} (ttl)`}async function explainBuild({selected:e},{components:n,baked:t},s,i){const o=new Map
const{revision:r}=s??{}
for(const{kind:t,name:a,hash:c}of n){if(r===undefined||t!=="files"||s?.components[a]===c)continue
const n=e.filter(({input:e})=>e.label===a)
o.set(a,await changedFiles(n,e=>i(r,e)))}return whyBuild(n,s,e=>o.get(e),t)}async function changedFiles(e,n){const t=e.flatMap(({input:e,root:n})=>e.sources.map(e=>(n+trimSlashes(e)).replace(/\/\.$|^\.$/,"")))
const s=t.map(e=>e.replace(/(^|\/)[^/]*[*?[].*$/s,"")||".")
const i=new Set(e.flatMap(({entries:e})=>e.map(({path:e})=>e)))
const o=await n([...new Set(s)])
return o?.filter(e=>i.has(e)||t.some(n=>e===n||e.startsWith(`${n}/`)))}const trimSlashes=e=>e.replace(/^(\.?\/)+|(?<!\/)\/+$/g,"")
const k=3
const $=[{kind:"changed",detail:"built differently from the published image"}]
function whyBuild(e,n,t,s={}){if(n===undefined)return[{kind:"never-built",detail:"never published"}]
const i=new Map(e.map(e=>[e.name,e]))
const o=[]
const detailOf=({kind:e,name:i},o)=>{if(e==="age")return staleDetail(i)
if(e==="baked")return(0,g.Pv)((0,g.Nh)(i)??i,s,n.baked??{})
const r=e==="base"||e==="image"?`FROM ${i}`:i
if(o)return`${r} is new`
if(e==="base")return`${r} moved`
return e==="files"?`${i} -> ${describeFiles(t(i),n)}`:`${r} changed`}
for(const t of e){const{kind:e,name:s,hash:i}=t
const r=n.components[s]
if(r===i)continue
const a=detailOf(t,r===undefined)
o.push({kind:e==="age"?"stale":"changed",component:s,detail:a})}for(const e of Object.keys(n.components)){if(i.has(e)||isTtlComponent(e))continue
const t=(0,g.Nh)(e)
const r=t!==undefined&&s[t]!==undefined
const a=r?(0,g.Pv)(t,s,n.baked??{}):`${e} is gone`
o.push({kind:"changed",component:e,detail:a})}return o.length===0?$:o}function describeFiles(e,{revision:n}){if(e===undefined&&n!==undefined)return`changed since ${n.slice(0,7)} (a commit that this clone does not have: the files are unknown)`
if(e===undefined||e.length===0)return"changed"
const t=e.slice(0,k).map(e=>e.slice(e.lastIndexOf("/")+1))
const s=e.length>k?`, and ${e.length-k} more`:""
const i=n===undefined?"":` since ${n.slice(0,7)}`
return`${e.length} ${e.length===1?"file":"files"} changed${i} (${t.join(", ")}${s})`}async function planOrBlock(...e){try{return await planImage(...e)}catch(n){const[t]=e
if((0,d.__)(n)||(0,r.ve)(n))return(0,y.Sk)(t,n.problems.map(e=>({at:t.service.at,...e})))
if(!(n instanceof p.yo)||!n.problems.every(({code:e})=>e==="dockerfile/unreadable"))throw n
return(0,y.Sk)(t,n.problems)}}async function planImage(e,n,t,s){const{service:i,platform:r,problems:c}=e
if(e.trace===undefined)return(0,y.Sk)(e,c)
const d=Object.values(e.from).flatMap(e=>s.get((0,o.p2)(e,r))??[])
const l=d.find(({decision:e})=>e.kind==="blocked")
if(l!==undefined)return(0,y.Sk)(e,[(0,y.hS)(e,l.service)])
const f=Object.values(e.from).find(e=>!s.has((0,o.p2)(e,r)))
if(f!==undefined)return(0,y.Sk)(e,[(0,y.p9)(e,f)])
const p=await(0,v.r)(e,t.resolveBase)
if((0,v.n)(p))return(0,y.Sk)(e,[...c,...p])
if(c.length>0)return(0,y.Sk)(e,c)
const w=new Map(d.map(e=>[e.service,e.fingerprint]))
const b=i.ttl===undefined?undefined:await t.findPrevious(i,r)
const k=i.ttl===undefined?undefined:{previous:await findUnproven(b)??b}
const $=ttlWindow(i.ttl,n.staleAt,publishedWindow(ownImage(k?.previous)?.components))
const x={hash:t.hash,fingerprints:w,bases:p}
const O=n.versions??new Map
const S=O.get(i.name)
const P=(0,g.UC)(e,{source:n.source,project:n.catalog.project,versions:O})
const A=[...ttlPart($),...(0,g.Iu)(P,S)]
const j=await(n.prefetch?.get(e))
const{fingerprint:R,contentRef:I,components:M}=j??await(0,h.cE)(e,x,A)
const T=j===undefined?t:{...t,findImage:async()=>j.found}
const E={service:i.name,platform:r,fingerprint:R,contentRef:I,components:M,baked:P}
const N=await decide(e,E,{request:n,lookups:T,published:k})
return{service:i.name,platform:r,fingerprint:R,contentRef:I,components:M,bases:p.map(({ref:e,pinned:n})=>({ref:e,pinned:n})),...finalBase(e.trace.finalStage.base,p),from:e.from,args:(0,m.m)(e),...commandOf(e,d),volatileArgs:e.trace.declaredArgs.filter(e=>(0,u.V8)(e,i.args)),...Object.keys(P).length>0&&{baked:P},...(0,a.s)({version:S}),...N.kind==="build"&&{takes:e.trace.inputs},decision:N}}function commandOf(e,n){if(e.command!==undefined)return{command:e.command}
const{base:t}=e.trace.finalStage
if(t.kind!=="named")return{}
const s=n.find(({service:n})=>n===e.from[t.name])
return s!==undefined&&s.command===undefined?{}:{command:"inherited"}}function finalBase(e,n){if(e.kind!=="image")return{}
const t=n.find(({ref:n})=>n===e.ref)
if(t===undefined||t.digest.includes(" "))return{}
const{host:s,repository:i,tag:o="latest"}=(0,c.F2)(e.ref)
return{base:{name:`${s}/${i}:${o}`,digest:t.digest}}}const findUnproven=async e=>ownImage(e)?.findUnproven?.()
function foreignReason(e){if(e===undefined||!("foreign"in e))return[]
return[{kind:"foreign",detail:(0,l.eQ)(e.ref,e.foreign)}]}async function decide(e,n,{request:t,lookups:s,published:i}){const{service:o,platform:r}=e
const{components:a,baked:c}=n
if(t.force&&t.selected.includes(o))return{kind:"build",reasons:[{kind:"forced",detail:"`force` builds it again"}]}
if(t.reuse?.from==="none")return{kind:"build",reasons:[{kind:"forced",detail:"`reuse.from` is `none`: every run builds it"}]}
const d=await s.findImage(n)
if(d!==undefined&&!("foreign"in d)){const{digest:e,size:n,signedBy:t,baked:s={}}=d
const i=`nothing it is built from has changed${t===undefined?"":`; signed by ${t}`}`
const o=[i,...(0,f.X4)(s,c)]
return{kind:"unchanged",reasons:o.map(e=>({kind:"already-built",detail:e})),digest:e,size:n}}const l=i??{previous:await s.findPrevious(o,r)}
const u=ownImage(l.previous)
const p=keepCandidate(e,a,u)
const h=p&&await findUnproven(l.previous)
const m=[d,l.previous,h].flatMap(foreignReason)
const g=await explainBuild(e,n,u,s.changedSince)
const v=[...m,...m.length>0&&g===$?[]:g]
const{digest:y,size:w}=u??{}
return{...{kind:"build",reasons:v},...p&&h===undefined&&{keep:p},...y!==undefined&&w!==undefined&&{before:{digest:y,size:w}}}}function keepCandidate({from:e},n,t){if(t?.digest===undefined||t.on===undefined)return undefined
const{digest:s,on:i,components:o}=t
const r=new Set(Object.values(e))
const a=r.size===Object.keys(i).length&&[...r].every(e=>i[e]!==undefined)
const isSame=({kind:e,name:n,hash:t})=>e==="image"?o[n]!==undefined:o[n]===t
const c=n.length===Object.keys(o).length&&n.every(isSame)
return r.size>0&&a&&c?{digest:s,on:i}:undefined}var x=t(51914)
const O=30
const S=20
const billedMinutes=e=>Math.ceil(e/60)
function estimateCost(e,n,t,s){const i=new Map(t.map(e=>[(0,o.p2)(e.service,e.platform),e]))
const r=n.map(({service:e,platform:n})=>{const t=i.get((0,o.p2)(e,n))
return t===undefined?0:(0,x.e_)(t)})
return{matrix:costOf(e.map(({seconds:e})=>e)),jobEach:costOf(r),by:s}}function costOf(e){const n=e.map(e=>O+e)
const t=Array.from({length:Math.min(S,n.length)},()=>0)
for(const e of n){const n=t.indexOf(Math.min(...t))
t[n]=(t[n]??0)+e}return{jobs:n.length,wallSeconds:Math.round(Math.max(0,...t)),billedMinutes:n.reduce((e,n)=>e+billedMinutes(n),0)}}function toWaves(e,n){const t=new Set(e)
const s=new Map
const i=[]
const visit=e=>{const o=s.get(e)
if(o!==undefined)return o
if(i.includes(e)){const n=[...i.slice(i.indexOf(e)),e].join(" -> ")
throw new p.yo({code:"plan/cycle",message:`images are built from each other in a cycle: ${n}`,fix:"remove one of these FROM, COPY --from or contexts entries"})}i.push(e)
const r=n(e).filter(e=>t.has(e)).map(visit)
i.pop()
const a=Math.max(-1,...r)+1
s.set(e,a)
return a}
const o=[]
for(const n of e)visit(n)
for(const n of e){const e=s.get(n)??0
o[e]??=[]
o[e].push(n)}return o}async function decideImages({lookups:e,...n},t){const{catalog:i,inputs:r}=n
const a=Map.groupBy(r,({service:e})=>e.name)
const c=i.services.map(({name:e})=>e).filter(e=>a.has(e))
const inputsOf=e=>a.get(e)??[]
const d=toWaves(c,e=>parentServices(inputsOf(e)))
const l=new Map(t?.sizes)
const u={...e,findPrevious:async(n,t)=>{const s=await e.findPrevious(n,t)
const i=ownImage(s)?.size
if(i!==undefined)l.set((0,o.p2)(n.name,t),i)
return s}}
const f=new Map
const p=new Map
const h=new Set
const decide=async e=>{const s=parentServices([e]).map(n=>f.get((0,o.p2)(n,e.platform)))
const i=t?.byInputs.get(e)
if(i===undefined||s.some(e=>e!==undefined&&!h.has(e)))return planOrBlock(e,n,u,f)
h.add(i)
return i}
const m=(0,s.A)(32)
for(const e of d){const n=e.flatMap(inputsOf)
const t=await Promise.all(n.map(e=>m(decide,e)))
for(const[e,s]of n.entries()){const n=t[e]
if(n===undefined)continue
f.set((0,o.p2)(n.service,n.platform),n)
p.set(s,n)}}return{byInputs:p,waves:d,sizes:l}}async function assemblePlan(e,n){const{catalog:t,inputs:s}=e
const{byInputs:r,waves:c,sizes:d}=n
const l=new Map(t.services.map(({name:e},n)=>[e,n]))
const u=[...r.values()].toSorted((e,n)=>(l.get(e.service)??0)-(l.get(n.service)??0))
const f=u.filter(({decision:e})=>e.kind==="build")
const p=(f.length===0?undefined:await(e.times?.(f)))??new Map
const{project:h,root:m,network:g,phases:v,services:y,planned:w,externals:b}=t
const{work:k,by:$}=(0,o.Ot)(u,{...{services:y,waves:c,runners:e.runners??"native"},hints:{seconds:p,sizes:d}})
const x=e.selected.map(({name:e})=>e)
const isSelected=({service:e})=>x.includes(e)
const{include:O,bins:S}=(0,i.O)(k.filter(isSelected),{maxJobs:e.maxJobs,selected:x})
const{source:P,tags:A,reuse:j,parents:R=[]}=e
const I=[...e.remarks??[],...unsignedRemark(u,t.file)]
return{...{kind:"lucid.plan",version:1,project:h,root:m,source:P,network:g,phases:v,services:y,planned:w,externals:b},...(0,a.s)({reuse:j}),...{selected:x,images:u,parents:[...new Set([...parentServices(s),...R])].sort(),tags:A,waves:c},matrix:{include:O},...I.length>0&&{remarks:I},...e.estimate&&{estimate:estimateCost(S,u.filter(isSelected),k,$)}}}const isUnsigned=({kind:e,detail:n})=>e==="foreign"&&n.endsWith(`: ${r.Q8}`)
function unsignedRemark(e,n){const t=e.filter(({decision:e})=>e.reasons.some(isUnsigned))
if(t.length===0)return[]
const[s,i]=t.length===1?["1 image is","it"]:[`${t.length} images are`,"them"]
return[{...{code:"plan/unsigned",severity:"note",at:{file:n}},message:`${s} in the registry, but not signed: this run builds ${i} once more`,why:"only signed images are reused, and these are from before that, from a laptop or from a workflow that does not sign",fix:"if this note appears in every run, publish with build-signed.yml, whose images are signed (docs/signing.md)"}]}const parentServices=e=>e.flatMap(e=>e.trace===undefined?[]:Object.values(e.from))}),32992:((e,n,t)=>{t.d(n,{F1:()=>findImage,KM:()=>keepExistingTags,ve:()=>findPrevious})
var s=t(16083)
var i=t(10976)
var o=t(28195)
var r=t(36307)
var a=t(71190)
var c=t(39893)
var d=t(16496)
var l=t(47687)
var u=t(27597)
var f=t(52886)
async function findImage({registry:e,signatures:n},t,s){const{contentRef:i,platform:o}=t
const c=await e.manifest(i)
if(c===undefined)return undefined
const{content:d,descriptor:f}=c
const p=d.kind==="image"?{digest:f.digest,size:[d.config,...d.layers].reduce((e,{size:n})=>e+n,0),annotations:d.annotations}:await factsIn(e,i,o)
if(p===undefined)return{ref:i,foreign:`it has no image for ${o}`}
const h=await(0,l.f)(e,t,s,p)
if(h!==undefined)return{ref:i,foreign:h}
const{digest:m,size:g,annotations:v}=p
const y={digest:m,size:g,baked:(0,a.Q$)(v)}
if(n===undefined)return y
const w=await(0,u.i)(n,t,p)
return"why"in w?{ref:i,foreign:w.why}:{...y,signedBy:(0,r.c)(w.signer)}}async function findPrevious({registry:e,signatures:n},t,i,{source:r,catalog:d}){const[l]=(0,f.T)(t,(0,s.BK)(r),d).floating
if(l===undefined)return undefined
const p=`${t.image}:${l}`
const h=await factsIn(e,p,i)
if(h===undefined)return undefined
const m={service:t.name,platform:i,...(0,o.nx)(r)}
const g=(0,o.ZT)(m,h.annotations)
if(g!==undefined)return{ref:p,foreign:g}
const v=h.labels["org.opencontainers.image.revision"]
const y=h.labels["org.opencontainers.image.version"]
return{baked:{...(0,c.s)({VERSION:y}),...(0,a.Q$)(h.annotations)},components:readHashes(h.annotations["com.lucid.components"]),digest:h.digest,size:h.size,on:readHashes(h.annotations["com.lucid.parents"]),...(0,c.s)({revision:v}),...n&&{findUnproven:async()=>{const e=await(0,u.s)(n,m,{ref:p,digest:h.digest})
return e===undefined?undefined:{ref:p,foreign:e}}}}}async function factsIn(e,n,t){try{return await e.imageFacts(n,t)}catch(e){if((0,i.sS)(e))return undefined
throw e}}async function headIn(e,n){try{return await e.head(n)}catch(e){if((0,i.__)(e))return undefined
throw e}}const readHashes=(e="")=>(0,d.Nc)((0,d.qF)(e))
async function keepExistingTags(e,n,t){const s=n.map(async({name:n,image:s})=>{const i=e[n]??{immutable:[],floating:[]}
const o=await Promise.all(i.immutable.map(e=>headIn(t,`${s}:${e}`)))
const isThere=(e,n)=>o[n]!==undefined
const r=i.immutable.filter(isThere)
if(r.length===0)return[n,i]
return[n,{...i,immutable:i.immutable.filter((e,n)=>o[n]===undefined),kept:r}]})
return Object.fromEntries(await Promise.all(s))}}),73010:((e,n,t)=>{t.r(n)
t.d(n,{plan:()=>plan,planAndLint:()=>planAndLint})
var s=t(15351)
var i=t(26409)
var o=t(25761)
var r=t(39893)
var a=t(99381)
var c=t(18129)
var d=t(26669)
var l=t(58283)
var u=t(36540)
var f=t(76760)
async function readFileAtRef(e,n,t){const s=(await e(["rev-parse","--verify","--quiet","--end-of-options",`${n}^{commit}`]))?.trim()
if(!s)return undefined
const i=await e(["cat-file","--batch","--follow-symlinks"],`${s}:${t}\n`)
const[,o]=/^[0-9a-f]+ blob \d+\n(.*)\n$/s.exec(i??"")??[]
if(o!==undefined)return{kind:"text",text:o}
if(/^notdir |^[^\n]* missing\n$/.test(i??""))return{kind:"absent"}
return{kind:"unreadable",why:`git cannot read ${t} of ${n.replace("refs/remotes/","")}`,fix:`check that it is a file: \`git cat-file blob ${s.slice(0,12)}:${t}\``}}var p=t(12311)
var h=t(16496)
var m=t(32407)
var g=t(3748)
const v=p.Ikc({type:p.euz("file"),encoding:p.euz("base64"),content:p.YjP()})
const y=250
async function readDefaultBranchFile(e,{token:n,path:t,signal:s}){const unreadable=(e,n)=>({kind:"unreadable",why:e,fix:n})
const i=(0,m.Wb)(e)
if(i===undefined)return unreadable("GITHUB_REPOSITORY is not set","set it, as GitHub's runner does")
if(!n)return unreadable("there is no token for GitHub's API","pass a `github-token` with `contents: read`")
const{rest:o}=await(0,m.o6)(e,{token:n,effort:"patient",signal:s,secondMs:y})
try{const{data:e}=await o.repos.getContent({...i,path:t})
if((0,h.lA)(v,e))return{kind:"text",text:Buffer.from(e.content,"base64").toString()}
return unreadable(`GitHub shows no file of at most 1 MB at ${t}`,"check that it is a file")}catch(e){if(!(0,m.d7)(e))throw e
if(e.status===404)return{kind:"absent"}
const{why:n,fix:s}=(0,g.a2)(e,`read ${t} of the default branch`,"contents: read")
return unreadable(n,s)}}var w=t(88153)
var b=t(69044)
var k=t(72484)
const $=["image","copies","tags","floating","flavor"]
function applyDefaultBranch(e,{branch:n,catalog:t},s){const i=new Map(t?.services.map(e=>[e.name,e]))
const o=e.services.map(n=>{const o=i.get(n.name)
return o!==undefined&&t!==undefined?published(n,expandNames(o,t,{...n,project:e.project})):published(n,newService(n,e,t,s))})
const isNew=({name:e})=>!i.has(e)
const{reuse:a,publishOn:c,...d}=e
return{...d,...(0,r.s)({reuse:t?.reuse,publishOn:t?.publishOn}),services:o.map(e=>isNew(e)?blockTakenImage(e,o,n):e),written:new Map(e.services.map(e=>[e.name,e])),remarks:[...ignoredSettings(e,n,t),...t===undefined?[]:newServices(e.services.filter(isNew),{branch:n,own:e,event:s})]}}function published(e,n){const{image:t,copies:s,tags:i,floating:o,flavor:a,...c}=e
const{image:d,copies:l,tags:u,floating:f,flavor:p}=n
return{...c,image:d,tags:u,floating:f,...(0,r.s)({copies:l,flavor:p})}}function newService(e,n,t,s){const i=t===undefined?e.image:imageIn(t,e,n)
const{tags:o,floating:a,flavor:c}=e
return s.kind==="pull_request"?{image:i,tags:o,floating:a,...(0,r.s)({flavor:c})}:{image:i,tags:[],floating:[]}}function imageIn(e,{name:n,phase:t,image:s},i){const{registry:o,imageTemplate:a="{{name}}",project:c}=e
if(s===(0,w.ou)(a,{name:n,project:c,...(0,r.s)({phase:t?.toLowerCase()})}))return s
if(s.startsWith(`${i.registry}/`))return`${o}/${s.slice(i.registry.length+1)}`
const d=(0,b["if"])(s)
return d.ok?`${o}/${d.value.path}`:s}function blockTakenImage(e,n,t){const{name:s,image:i,at:o,problems:r=[]}=e
const a=n.find(e=>e.name!==s&&[e.image,...e.copies??[]].includes(i))
if(a===undefined)return e
const c={code:"catalog/duplicate-image",message:`${s} has the image of ${a.name}, ${(0,k.hD)(i)}, in the catalog of ${t}`,why:"each would overwrite the other's tags",fix:`give ${s} its own \`image\`; to move ${a.name} to another image, merge that change into ${t} first`,at:o}
return{...e,problems:[...r,c]}}function expandNames(e,{project:n},t){const s={project:n,...(0,r.s)({phase:e.phase})}
if(t.project===n&&t.phase===e.phase)return e
const expand=e=>e.replace(/\{\{\s*(project|phase)\s*\}\}/g,(e,n)=>s[n]??e)
const{image:i,copies:o,tags:a,floating:c,flavor:d}=e
const l={tags:a.map(expand),floating:c.map(expand),flavor:d?.map(expand)}
const isOpen=e=>/\{\{\s*phase\s*\}\}/.test(e)
const close=e=>l.flavor?.some(isOpen)?[]:e.filter(e=>!isOpen(e))
return{image:i,...(0,r.s)({copies:o,flavor:l.flavor}),tags:close(l.tags),floating:close(l.floating)}}function ignoredSettings(e,n,t){if(t===undefined)return[]
const s=new Map
for(const n of e.services){const e=t.services.find(({name:e})=>e===n.name)
const i=e&&$.filter(t=>!isSame(n[t],e[t]))
if(i===undefined||i.length===0)continue
const o=(0,k.Ol)(i.map(e=>`\`${e}\``))
s.set(o,[...s.get(o)??[],n.name])}const i=[...s].map(([e,n])=>`${e} of ${listNames(n)}`)
if(!isSame(e.publishOn,t.publishOn))i.push("`publish_on`")
if(!isSame(e.reuse,t.reuse))i.push("`reuse`")
if(i.length===0)return[]
return[{...{code:"catalog/default-branch",severity:"note",at:{file:e.file}},message:`the catalog of ${n} decides what is published, so these settings come from there: ${i.join("; ")}`,why:`this run is not on ${n}, and its own catalog differs`,fix:`merge the change into ${n}: it takes effect after the merge`}]}const isSame=(e,n)=>JSON.stringify(e)===JSON.stringify(n)
function newServices(e,{branch:n,own:t,event:s}){const[i]=e
if(i===undefined)return[]
const o=listNames(e.map(({name:e})=>e))
return[{...{code:"catalog/default-branch",severity:"note",at:i.at},message:`${o} ${e.length===1?"is":"are"} not in the catalog of ${n} yet: ${onlyTags(s)}`,fix:`merge ${t.file} into ${n}: its other tags are written after the merge`}]}function onlyTags(e){if(e.kind!=="pull_request")return"only content tags are written"
return e.number===undefined?"only content tags are written, since GitHub does not give the number of the pull request":`only content tags and tags pr-${e.number} are written`}const x=8
const listNames=e=>(0,k.Ol)(e.length<=x?e:[...e.slice(0,x),`${e.length-x} more`])
var O=t(98810)
var S=t(57011)
var P=t(16083)
var A=t(85465)
var j=t(22413)
var R=t(63773)
var I=t(74725)
async function openRun(e,n,t){const{context:s,checkout:i}=t
const o=await(0,R.oD)(n,e.root,s,i)
const a=o.defaultBranch
if(a===undefined||(0,P.vZ)(o))return{catalog:e,source:o}
const c=await readCatalog(e,a,n,t)
const{event:d}=o
const l={branch:a,catalog:c.kind==="catalog"?c.catalog:undefined}
const u=applyDefaultBranch(e,l,d)
if(c.kind==="catalog"){const e=await(0,I.e)(o,c.catalog,n,s)
return{catalog:u,source:{...o,...(0,r.s)({hold:e})}}}const f=`the catalog of ${a}, which decides what is published, cannot be read`
if(c.kind==="unreadable"&&d.kind!=="pull_request"&&o.hold===undefined){return{catalog:u,source:{...o,hold:{why:`${f}: ${c.why}`,fix:c.fix}}}}const p=c.kind==="unreadable"?{code:"catalog/default-branch",severity:"warning",message:`${f}: ${onlyTags(d)}`,...reasons(c)}:{...{code:"catalog/default-branch",severity:"note",at:{file:e.file}},message:`${a} does not have this catalog yet: ${onlyTags(d)}`,fix:`merge it into ${a}: its other tags are written after the merge`}
return{catalog:{...u,remarks:[...u.remarks??[],p]},source:o}}const reasons=({why:e,fix:n})=>({why:e,fix:n})
async function readCatalog({file:e,root:n},t,s,i){const o=await readFromDefaultBranch(f.basename(e),t,n,{options:s,...i})
if(o.kind!=="text")return o
const{registry:a}=s
const c=`${e} of ${t}`
try{const e={file:c,text:o.text,root:n,paths:S.nk,...(0,r.s)({registry:a})}
return{kind:"catalog",catalog:(0,O.a)(e)}}catch(e){if(!(e instanceof A.yo))throw e
const[n,...t]=e.problems
const s=t.length===0?"":`, and ${t.length} more`
return{kind:"unreadable",why:`${n?.message}${s}`,fix:`fix ${c}; \`lucid lint\` there shows all`}}}async function readFromDefaultBranch(e,n,t,{options:s,context:i,checkout:o}){const{env:r,progress:a,signal:c}=i
const[d,l]=await Promise.all([o.layout(),o.settings()])
const f=`${d?.prefix??""}${e}`
const p=`refs/remotes/origin/${n}`
const h=(0,R.LT)(r,l.get("remote.origin.url")?.trim())
const m=h?await readFileAtRef((0,u.z)(t,i),p,f):undefined
if(m!==undefined)return m
if(r.GITHUB_ACTIONS==="true")return new j.x(a).track("GitHub",`reading ${f} of ${n}`,()=>readDefaultBranchFile(r,{token:s.githubToken,path:f,signal:c}))
return{kind:"unreadable",why:`the clone has no ${p}`,fix:`run \`git fetch origin ${n}\``}}var M=t(94164)
var T=t(53663)
var E=t(32305)
var N=t(52886)
var C=t(89433)
var _=t(36658)
function listInputs(e,n){const{service:t,platform:s,trace:i,selected:o,from:a}=e
const c=new Map(n?.bases.map(e=>[e.ref,e.pinned]))
const d=(n?.version===undefined?undefined:n.baked)??{}
return{service:t.name,platform:s,dockerfile:t.dockerfile,files:o.map(({input:e,entries:n})=>({instruction:e.label,line:e.line,...e.context!==""&&{context:e.context},paths:n.filter(({kind:e})=>e!=="dir").map(({path:e})=>e)})),images:i.images.map(({ref:e,use:n,line:t,platform:i,platformName:o})=>{const a=c.get(e)
return{ref:e,use:n,line:t,platform:i==="target"?s:o??"build",...(0,r.s)({pinned:a})}}),catalogImages:a,urls:i.urls.map(({url:e,line:n,pinned:t})=>({url:e,line:n,pinned:t})),contexts:Object.fromEntries(Object.entries(t.contexts).map(([e,n])=>[e,describeContext(n,c.get(e))])),args:{...(0,_.m)(e),...d},volatileArgs:n?.volatileArgs.filter(e=>d[e]===undefined)??[],secrets:i.secrets,ssh:i.ssh,wholeContext:i.wholeContext}}function describeContext(e,n){switch(e.kind){case"service":return`target:${e.service}`
case"image":return`docker-image://${n??e.ref}`
case"path":return e.path
case"url":return e.url
default:return e}}var Y=t(70370)
var B=t(24242)
var L=t(15042)
var F=t(66044)
class ImagePrefetch{#i
#o
#r=new Map
#a=(0,Y.A)(32)
constructor(e,n){this.#i=e
this.#o=n}start(e){if(e.trace===undefined||e.problems.length>0)return
if(e.service.ttl!==undefined||Object.keys(e.from).length>0)return
this.#r.set(e,(0,a.y)(()=>this.#a(()=>this.#c(e))))}async get(e){return this.#r.get(e)}async#c(e){const{hash:n,resolveBase:t,findImage:s}=this.#i
const i=await(0,L.r)(e,t)
if((0,L.n)(i))return undefined
const o=(0,B.Iu)((0,B.UC)(e,this.#o),this.#o.versions.get(e.service.name))
const r=await(0,F.cE)(e,{hash:n,fingerprints:new Map,bases:i},o)
const{service:a,platform:c}=e
return{...r,found:await s({service:a.name,platform:c,...r})}}}var q=t(95805)
var D=t(67953)
var U=t(68780)
function smokeLegs(e,{which:n,runner:t,runners:s,passed:i}){const o=new Map(e.services.map(e=>[e.name,e]))
const r=e.images.flatMap(n=>{const i=o.get(n.service)
if(i===undefined||!e.selected.includes(i.name))return[]
if(!isSmoked(e,i))return[]
return[{image:n,service:i,runner:t??(0,q.wm)(i,n.platform,s)}]})
const a=Map.groupBy(r,({image:e,runner:n})=>JSON.stringify([e.platform,n]))
return[...a.values()].flatMap(e=>{const t=e.filter(({image:e})=>n==="all"||isFresh(e,i))
const[s]=t
if(s===undefined)return[]
const o=(n==="changed"?t:e).map(({service:e})=>e.name)
const{platform:r}=s.image
return[{name:`smoke ${(0,U.Z)(o,r)}`,service:o.join(","),platform:r,runner:s.runner,phase:"",wave:0}]})}const isSmoked=(e,n)=>n.policy.smoke!=="off"&&(0,o.WF)((0,o.Ae)(e,n))
function isFresh(e,n){if(e.decision.kind==="build")return true
return e.decision.kind==="unchanged"&&!n(e)}async function addSmokeJobs(e,n,{registry:t,signatures:s}){const{smokeJobs:i,smokeRunner:o,emulate:r}=n
if(i==="off"&&n.smoke==="off")return e
const a=o===undefined?undefined:readRunner(o)
const c=i==="dependents"||n.smoke==="dependents"?"dependents":"changed"
const d=(0,D.B)(c,{registry:t,signatures:s},e)
const l=new Set
const u=await Promise.all(e.images.map(async n=>{const{service:t,platform:s,decision:i}=n
if(i.kind!=="unchanged"||!isSmoked(e,(0,D.k)(e,t)))return n
const o=await d({service:t,platform:s,digest:i.digest})
if(o.kind==="passed")l.add((0,q.p2)(t,s))
return o.kind==="passed"?n:{...n,decision:{...i,reasons:[whySmoke(o)]}}}))
const f={...e,images:u}
if(i==="off")return f
const p=smokeLegs(f,{which:i,runner:a,runners:r?"emulated":"native",passed:({service:e,platform:n})=>l.has((0,q.p2)(e,n))})
return{...f,smokeMatrix:{include:p}}}function whySmoke(e){const n=e.kind==="unknown"?e.why:"smoke failed before"
return{kind:"smoke",detail:`image unchanged, ${n}: smoke again`}}function readRunner(e){if(!e.trim().startsWith("["))return e.trim()
const n=(0,h.qF)(e)
if(Array.isArray(n)&&n.length>0&&n.every(e=>typeof e==="string"))return n
throw new A.yo({code:"options/value",message:`smoke-runner ${JSON.stringify(e.slice(0,100))} is not a list of labels`,fix:'write a label, or a list as JSON: ["self-hosted", "pi5"]'})}var z=t(51455)
const H=5e3
async function readLastJobs(e,n,t){const s=(0,m.Wb)(e)
const i=/\/([^/@]+\.ya?ml)@/.exec(e.GITHUB_WORKFLOW_REF??"")?.[1]
if(!n||s===undefined||i===undefined)return[]
const o=AbortSignal.timeout(H)
const{rest:r,paginate:a}=await(0,m.o6)(e,{token:n,effort:"brief",signal:o})
try{const e={...s,workflow_id:i,status:"success",per_page:1}
const n=(await r.actions.listWorkflowRuns(e)).data.workflow_runs[0]
if(n===undefined)return[]
const t=await a(r.actions.listJobsForWorkflowRun,{...s,run_id:n.id,per_page:100})
return t.map(({name:e,steps:n=[]})=>({name:e.split(" / ").at(-1)??e,seconds:Math.max(0,...n.map(({started_at:e,completed_at:n})=>secondsBetween(e,n)))}))}catch(e){(0,g.Ql)(e,"read the times of the last run","actions: read",t)
return[]}}function secondsBetween(e,n){const t=(Date.parse(n??"")-Date.parse(e??""))/1e3
return Number.isFinite(t)?t:0}var G=t(15044)
async function readBuildTimes({times:e,out:n,githubToken:t},{cwd:s,env:i,log:o,progress:r},a){const c=await timesIn(e===undefined?f.join(n,"build.json"):f.resolve(s,e))
if(e!==undefined&&c.size===0)o(`${e} contains no build times: image sizes are used instead`)
if(e!==undefined||c.size>0||a.length<2)return c
const d=await new j.x(r).track("GitHub","reading the jobs of the last run",()=>readLastJobs(i,t,o))
const l=new Map(d.map(({name:e,seconds:n})=>[e,n]))
return new Map(a.flatMap(({service:e,platform:n})=>{const t=l.get((0,U.Z)([e],n))
return t===undefined?[]:[[(0,q.p2)(e,n),t]]}))}const isJson=e=>e.endsWith(".json")
async function timesIn(e){const n=new Map
for(const t of await(0,M.CS)(e,isJson))for(const{service:e,platform:s,outcome:i,durationMs:o}of await imagesOf(t))if(i==="built"&&o!==undefined&&o>=0)n.set((0,q.p2)(e,s),o/1e3)
return n}const W=p.Ikc({kind:G.b9.shape.kind,images:p.YOg(p.L5J())})
const V=G.$_.pick({service:true,platform:true,outcome:true,durationMs:true})
async function imagesOf(e){const n=await(0,z.readFile)(e,"utf8").catch(()=>"")
return(0,h.gf)(W,n)?.images.filter(e=>(0,h.lA)(V,e))??[]}var K=t(7678)
var J=t(32992)
var Z=t(28195)
var Q=t(24454)
const X=3
async function findRemovedServices(e,n,t,s){const i=await Promise.all(e.services.slice(0,X).map(s=>lastPublication(s,n,e,t)))
const[o]=i.filter(e=>e?.services!==undefined).toSorted((e,n)=>(n?.committedAt??"").localeCompare(e?.committedAt??""))
const r=new Set([...e.services,...e.planned].map(({name:e})=>e))
const a=Object.entries(o?.services??{}).filter(([e])=>!r.has(e))
if(o===undefined||a.length===0)return[]
const c=await s(o.revision,n.revision).catch(()=>"unknown")
if(c==="older"||c==="diverged")return[]
return a.map(([n,{image:t,dockerfile:s}])=>{const i=e.services.find(e=>o.services?.[e.name]===undefined&&(e.image===t||e.dockerfile===s))
const r=i===undefined?"is no longer in it":`is now ${i.name}`
return{code:"catalog/removed",severity:"note",message:`${n} was published from this catalog and ${r}`,at:{file:e.file},...i?.image!==t&&{why:`its images stay in ${t}, and no run updates them`,fix:"delete them once nothing uses them, or put the service back"}}})}async function lastPublication(e,n,{project:t},s){const[i]=(0,N.T)(e,(0,P.BK)(n),{project:t}).floating
const[o]=i===undefined?[]:(0,Q.bn)(i,1)
if(o===undefined)return undefined
try{const t=await s.manifest(`${e.image}:${o}`)
const i=t&&(0,Q.SC)(t,o)
const r=i?.repository&&(0,Z.lK)(n,i.repository)!==undefined
return r?undefined:i}catch{return undefined}}async function treeAtCommit(e,n,t){const s=(await e(["rev-parse","--verify","--quiet","--end-of-options",`${n}^{commit}`]))?.trim()
if(!s)return undefined
const o=await(0,i.$A)(e,s,[])
const r=await e(["ls-tree","-r","-z",s])
if(o===undefined||r===undefined)return undefined
const a=new Set(o)
const c=parseTree(r).filter(({path:e})=>a.has(e))
const d=c.filter(({mode:e})=>e==="120000")
const l=await Promise.all(d.map(({oid:n})=>e(["cat-file","blob",n])))
const u=new Map(d.map(({path:e},n)=>[e,l[n]??""]))
const f=c.filter(({mode:e})=>e==="160000")
const p=c.flatMap(({path:e,mode:n,oid:t})=>{if(n==="160000")return[]
if(n==="120000")return[{path:e,kind:"symlink",executable:false,target:u.get(e)??"",oid:t}]
return[{path:e,kind:"file",executable:n==="100755",oid:t}]})
const h=new Set(o.flatMap(parents))
const m=t.entries.flatMap(e=>{if(a.has(e.path)&&e.kind!=="dir")return[]
if(e.kind==="dir"&&h.has(e.path))return[]
const n=f.find(({path:n})=>e.path.startsWith(`${n}/`))
return[n===undefined?e:{...e,oid:`${n.oid} ${e.path}`}]})
return{changed:o,entries:[...m,...p].sort((e,n)=>e.path<n.path?-1:e.path>n.path?1:0),hash:e=>t.hash(e),read:(n,t)=>a.has(n)?e(["cat-file","blob","--end-of-options",`${s}:./${n}`]):t(n)}}function parseTree(e){return e.split("\0").flatMap(e=>{const n=e.indexOf("\t")
if(n<0)return[]
const[t="",,s=""]=e.slice(0,n).split(" ")
return[{mode:t,oid:s,path:e.slice(n+1)}]})}function parents(e){const n=e.split("/").slice(0,-1)
return n.map((e,t)=>n.slice(0,t+1).join("/"))}var ee=t(33916)
var ne=t(49554)
var te=t(64320)
var se=t(86702)
async function changedServices(e,n){const[t,s]=await Promise.all([contents(e),contents(n)])
const i=e.inputs.filter(({service:e,platform:n})=>{const i=(0,q.p2)(e.name,n)
return t.get(i)===undefined||t.get(i)!==s.get(i)})
return new Set(i.map(({service:e})=>e.name))}async function contents({inputs:e,hash:n}){const t=new Map(e.map(e=>[(0,q.p2)(e.service.name,e.platform),e]))
const s=new Map
const contentOf=(e,n)=>{if(n.includes(e))return Promise.resolve(undefined)
const i=s.get(e)??compute(t.get(e),[...n,e])
s.set(e,i)
return i}
const compute=async(e,t)=>{if(e===undefined||e.trace===undefined||e.problems.length>0)return undefined
const{trace:s,service:i,platform:o,from:r}=e
const a=new Map
for(const e of Object.values(r)){const n=await contentOf((0,q.p2)(e,o),t)
if(n===undefined)return undefined
a.set(e,n)}const c=await(0,_.p)(e,{hash:n,fingerprints:a,bases:[]}).catch(unreadable)
if(c===undefined)return undefined
const d=s.images.map(({ref:e,platformName:n})=>[e,n])
return(0,F.jM)([c,d,i.contexts])}
const i=await Promise.all([...t.keys()].map(async e=>[e,await contentOf(e,[])]))
return new Map(i)}function unreadable(e){if(!(e instanceof A.yo))throw e}async function resolveSelection(e){const{catalog:n,options:t,reader:s}=e;(0,se.FE)(t.platform,n.services)
const i=(0,se.Zo)(n,{services:t.service,phases:t.phase})
const o=t.changed===undefined?i:await keepChanged(i,t.changed,e)
if(!t.dependents||o.length===0)return o
const r=await s.readAll(n.services,t.platform,"to-build")
const a=new Map
for(const e of r)if("from"in e)a.set(e.service.name,[...a.get(e.service.name)??[],...Object.values(e.from)])
return(0,se.hO)(n.services,o,e=>a.get(e)??[])}async function keepChanged(e,n,{catalog:t,options:s,git:i,tree:o,reader:r,readBaseConfig:a,readText:c}){const d=await treeAtCommit(i,n,o)
if(d===undefined)throw unknownCommit(n)
if(d.changed.length===0)return[]
const l=await r.readAll(e,s.platform,"to-build")
const u=await loadOldCatalog(t,d,s.registry,c)
if(u===undefined)return e
const f=new Set(l.map(({service:e})=>e.name))
const p=(0,ne.MN)((0,ee.Gc)(d.entries),e=>d.read(e,c))
const h=await(0,T.c)(u,p,a).readAll(u.services.filter(({name:e})=>f.has(e)),s.platform,"to-build")
const m=await changedServices({inputs:l,hash:o.hash},{inputs:h,hash:d.hash})
const[g,v]=[criteriaOf(t),criteriaOf(u)]
return e.filter(({name:e})=>m.has(e)||g.get(e)!==v.get(e))}const criteriaOf=e=>new Map(e.services.map(n=>[n.name,(0,te.fO)({...e,images:[]},n).hash]))
async function loadOldCatalog(e,n,t,s){const i=f.basename(e.file)
if(!n.changed.includes(i))return e
const o=await n.read(i,s)
if(o===undefined)return undefined
try{const s=hostOf(n.entries)
return(0,O.a)({file:e.file,text:o,root:e.root,paths:s,...(0,r.s)({registry:t})})}catch(e){if(e instanceof A.yo)return undefined
throw e}}function hostOf(e){const n=new Map([[".","folder"]])
for(const{path:t,kind:s}of e){n.set(t,s==="file"?"file":s==="dir"?"folder":"other")
for(let e=f.dirname(t);e!==".";e=f.dirname(e))n.set(e,"folder")}return{kindOf:e=>n.get(e)??"missing",list:e=>[...n.keys()].filter(n=>f.dirname(n)===e).map(e=>f.basename(e))}}const unknownCommit=e=>new A.yo({code:"options/changed",message:`there is no commit ${JSON.stringify(e)} in this clone`,why:"`changed` needs the commit itself, and a shallow clone has few",fix:"check out with fetch-depth: 0, or fetch it: git fetch --depth=1 origin <branch or commit>"})
var ie=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var oe=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
const re=6e5
async function plan(e,n,t={}){return(await planAndLint(e,n,t)).plan}async function planAndLint(e,n,t){const s={stack:[],error:void 0,hasError:false}
try{const{registry:i=(0,R.cs)(e,n),lint:o="errors",keep:r="written"}=t
const{scope:a=(e.smokeJobs==="off"?"to-build":"to-run")}=t
const c=e.registryTimeout*1e3
const d=ie(s,i.limit({silentMs:c,totalMs:re,option:"registry-timeout"}),false)
const l=await stage_load({options:e,context:n,registry:i})
const u=await readInputs(l,a)
const f=lint(u,o)
const p=await makePlan(f)
if(r==="written")await(0,M.ft)(e.out,p.plan)
return p}catch(e){s.error=e
s.hasError=true}finally{oe(s)}}async function stage_load(e){const{options:n,context:t,registry:i}=e
const o=(0,u.G)(n,t)
const r=(0,u.z)(o,t)
const a=t.checkout??(0,s.Hj)(r)
const c=await(0,R.O_)(n,t,a)
const[{catalog:d,source:l},{tree:f,files:p,around:h}]=await Promise.all([openRun(c,n,{context:t,checkout:a}),(0,R.rB)(c.root,r,a)])
const m={...l,dirty:l.dirty||await f.hidesChanges()}
const g=(0,C.B)(i)
const v=(0,T.c)(d,p,g)
const{readText:y}=p
const w=await resolveSelection({catalog:d,options:n,git:r,tree:f,reader:v,readBaseConfig:g,readText:y})
return{...e,root:o,git:r,catalog:d,source:m,tree:f,files:p,around:h,reader:v,selected:w}}async function readInputs(e,n){const{options:t,context:s,registry:o,root:c,git:d,catalog:l,source:u,tree:f,reader:p,selected:h}=e
const m=(0,E.rm)(l,t)
const g=await(0,E.Rr)(o,{source:u,...(0,r.s)({reuse:m})},t,s)
const v={registry:o,signatures:g}
const y={hash:f.hash,resolveBase:(e,n)=>o.resolve(e,n),findImage:e=>(0,J.F1)(v,e,u),findPrevious:(e,n)=>(0,J.ve)(v,e,n,{source:u,catalog:l}),changedSince:(e,n)=>(0,i.$A)(d,e,n)}
const w=(0,N.H)(h,u,l)
const b=(0,a.y)(()=>findRemovedServices(l,u,o,(0,R.hV)(t,c,s)))
const k=new ImagePrefetch(y,{source:u,project:l.project,versions:w.versions})
const $=!t.force&&m?.from!=="none"
const x=$?e=>k.start(e):undefined
const O=await p.readAll(h,t.platform,n,x)
return{...e,reuse:m,signatures:g,lookups:y,tags:w,removed:b,prefetch:k,inputs:O}}function lint(e,n){const{inputs:t,catalog:s,around:i}=e
const o=new Set(t.map(({service:e})=>e.name))
const r=s.services.filter(({name:e})=>o.has(e))
const a={...{inputs:t,services:r,catalog:s,around:i},...n==="errors"&&{minSeverity:"error"}}
const d=(0,c.GU)(a)
return{...e,level:n,lintRequest:a,findings:d,buildable:withProblems(e,d)}}function withProblems({inputs:e,tags:n},t){return(0,c.Aw)(e,t).map(e=>{const t=n.problems.get(e.service.name)??[]
return t.length===0?e:{...e,problems:[...e.problems,...t]}})}async function makePlan(e){const{options:n,registry:t,signatures:s,lookups:i,selected:o}=e
const r=await toPlanRequest(e)
const a=await(0,K.rY)({...r,lookups:i})
const{inputs:c,findings:d,skipped:l}=await checkImagesToBuild(e,a)
const u=c===e.buildable?a:await(0,K.rY)({...r,lookups:i,inputs:c},a)
const f=await addSmokeJobs(await(0,K.SL)(r,u),n,{registry:t,signatures:s})
const p=new Set(o.map(({name:e})=>e))
return{plan:n.inputs?{...f,inputs:listAllInputs(f,e.inputs)}:f,findings:d.filter(({service:e})=>e===undefined||p.has(e)),...{skipped:l,selected:o}}}async function toPlanRequest(e){const{options:n,context:t,registry:s,catalog:i,source:o,selected:a,reuse:c,tags:d,removed:l,prefetch:u,buildable:f}=e
const{versions:p,remarks:h}=d
const m=await parentsOutsideRun(e)
const g=n.stale||o.event.kind==="schedule"
return{...{catalog:i,source:o,selected:a,inputs:f,versions:p,parents:m,prefetch:u},force:n.force,...(0,r.s)({reuse:c}),...n.stale&&{staleAt:(t.date??Date.now)()},remarks:[...h,...await l],tags:g?await(0,J.KM)(d.tags,a,s):d.tags,runners:n.emulate?"emulated":"native",maxJobs:n.maxJobs,estimate:n.estimate||t.env.GITHUB_ACTIONS==="true",times:e=>readBuildTimes(n,t,e)}}async function checkImagesToBuild(e,{byInputs:n}){const{options:t,context:s,catalog:i,around:o,level:a,lintRequest:u,findings:f,buildable:p}=e
const h=[...n.values()].filter(({decision:e})=>e.kind==="build")
const m=new Set(h.map(({service:e})=>e))
const g=i.services.filter(({name:e})=>m.has(e))
const v={catalog:{...i,services:g},subjects:(0,c.kj)(e.inputs),around:o}
const[y,w]=await Promise.all([a==="all"?(0,d.$)(v,t,s):undefined,(0,l.v)(i.root,p.filter(({service:e})=>m.has(e.name)))])
const b=(y?.failures??[]).map(e=>({check:"packages",why:e}))
if(y===undefined&&w.size===0)return{inputs:p,findings:f,skipped:b}
const k=(0,c.GU)({...{...u,specialModes:w},...(0,r.s)({packageFacts:y?.packageFacts})})
const $=withProblems(e,k)
const x=$.some(({problems:e},n)=>e.length>(p[n]?.problems.length??0))
return{inputs:x?$:p,findings:k,skipped:b}}async function parentsOutsideRun({catalog:e,files:n,inputs:t}){const s=new Set(t.map(({service:e})=>e.name))
const i=e.services.filter(({name:e})=>!s.has(e))
const mayBeBase=({trace:n,command:t,service:s})=>n!==undefined&&t!=="own"&&(0,o.Ae)({...e,images:[]},s)==="base"
if(i.length===0||!t.some(mayBeBase))return[]
return(0,K.LR)(await(0,T.c)(e,n).readAll(i,[],"to-build"))}function listAllInputs({images:e,selected:n},t){return n.flatMap(n=>t.flatMap(t=>{if(t.service.name!==n||t.trace===undefined)return[]
const s=e.find(({service:e,platform:s})=>e===n&&s===t.platform)
return[listInputs(t,s)]}))}}),47687:((e,n,t)=>{t.d(n,{f:()=>whyForeign})
var s=t(28195)
var i=t(19678)
async function whyForeign(e,n,t,{digest:o,annotations:r}){const a=(0,s.cu)(n,t)
const c=(0,s.tx)(a,r)
if(c===undefined||(0,s.ZT)(a,r)!==undefined)return c
return await(0,i.t)(e,n.contentRef,a,o)?undefined:c}}),27597:((e,n,t)=>{t.d(n,{i:()=>proveImage,s:()=>whyUnproven})
var s=t(11886)
var i=t(28195)
var o=t(9260)
function proveImage(e,{service:n,platform:t,fingerprint:r,contentRef:a},{digest:c,annotations:d}){const l=d[i.qL]!==r
const u={service:n,platform:t,fingerprint:r,digest:c,...l&&{as:"kept"}}
return e.find({repository:(0,s._M)(a),digest:c},(e,n)=>(0,o.Jv)(e,n,u))}async function whyUnproven(e,{service:n,platform:t},{ref:i,digest:r}){const a=await e.find({repository:(0,s._M)(i),digest:r},(e,s)=>(0,o.Jv)(e,s,{service:n,platform:t,digest:r}))
return"why"in a?a.why:undefined}}),94164:((e,n,t)=>{t.d(n,{CS:()=>listFiles,ft:()=>writeDocument,jv:()=>withRunnerName,lo:()=>writeFileAtomically,tf:()=>readDocumentIn,u0:()=>readDocument,xf:()=>writeAttestationSubjects})
var s=t(51455)
var i=t(76760)
var o=t(94203)
var r=t(37314)
var a=t(45714)
var c=t(39893)
var d=t(85465)
async function writeFileAtomically(e,n){try{await(0,o.f)(e,n)}catch(n){const t=n instanceof Error?n.message:String(n)
const s="name a folder that can be written to, with --out"
throw new d.yo({code:"document/unwritable",message:"cannot be written",at:{file:e},why:t,fix:s},{cause:n})}return e}const fileOf=(e,n)=>i.join(e,`${n.replace(/^lucid\./,"")}.json`)
async function writeDocument(e,n){return writeFileAtomically(fileOf(e,n.kind),`${JSON.stringify(n,undefined,"\t")}\n`)}async function readDocument(e,n){let t
try{t=await(0,s.readFile)(e,"utf8")}catch(n){if(n.code==="ENOENT")return undefined
throw unreadable(e,"cannot be read",n)}let i
try{i=JSON.parse(t)}catch(n){throw unreadable(e,"is not JSON",n)}let o=""
if((0,a.w)(n,i,e=>o=e))return i
throw unreadable(e,o)}function readDocumentIn(e,n){return readDocument(fileOf(e,n.shape.kind.value),n)}function unreadable(e,n,t){const s=t instanceof Error?t.message:undefined
const i="run the stage that writes it again"
return new d.yo({code:"document/unreadable",message:n,at:{file:e},fix:i,...(0,c.s)({why:s})},{cause:t})}async function listFiles(e,n){const t=await(0,s.stat)(e).catch(()=>undefined)
if(t===undefined)return[]
if(!t.isDirectory())return[e]
const o=await(0,s.readdir)(e,{recursive:true})
return o.filter(n).sort().map(n=>i.join(e,n))}async function writeAttestationSubjects(e,n,t){const s=(0,r.u)(t)
if(s.length>0)await writeFileAtomically(i.join(e,`${n}-subjects.txt`),(0,r.s)(s))}function withRunnerName(e,{env:n}){const t=n.RUNNER_NAME
if(!t)return e
return e.map(e=>e.startedAt===undefined||e.runner!==undefined?e:{...e,runner:t})}}),53663:((e,n,t)=>{t.d(n,{c:()=>inputReader})
var s=t(70370)
var i=t(49554)
var o=t(86702)
function inputReader(e,n,t){const r=new Map
const a=(0,s.A)(16)
const read=async(s,o)=>{const r=await(0,i.Dz)(s,o,{catalog:e,files:n,readBaseConfig:t})
return"trace"in r?r:{service:s,platform:o,problems:r}}
const readOnce=(e,n)=>{const t=r.get(e)??new Map
r.set(e,t)
const s=t.get(n)??read(e,n)
t.set(n,s)
return s}
return{async readAll(n,t,s,i){const r=[]
const c=new Set
const d=(0,o.hB)(t)
let l=n
while(l.length>0){for(const{name:e}of l)c.add(e)
const n=l.flatMap(e=>e.platforms.flatMap(n=>t.length===0||d.includes(n)?[{service:e,platform:n}]:[]))
const o=await Promise.all(n.map(({service:e,platform:n})=>a(async()=>{const t=await readOnce(e,n)
i?.(t)
return t})))
r.push(...o)
const u=s==="to-run"?l.flatMap(e=>e.needs):[]
const f=o.flatMap(e=>"from"in e?Object.values(e.from):[])
const p=new Set([...u,...f])
l=e.services.filter(({name:e})=>p.has(e)&&!c.has(e))}return r}}}}),56636:((e,n,t)=>{t.d(n,{q:()=>putArtifact,s:()=>artifactManifest})
var s=t(30902)
var i=t(11886)
function artifactManifest(e,n){const t={...{schemaVersion:2,mediaType:s.Ib.manifest,artifactType:e,config:s.p$,layers:[s.p$]},annotations:n}
return(new TextEncoder).encode(JSON.stringify(t))}async function putArtifact(e,{ref:n,owner:t,artifactType:o,annotations:r}){await e.putBlob((0,i._M)(n),s.Ro)
await e.putManifest(n,artifactManifest(o,r),s.Ib.manifest,t)}}),19678:((e,n,t)=>{t.d(n,{d:()=>writeKeptRecord,t:()=>isKept})
var s=t(28195)
var i=t(56636)
const o="application/vnd.lucid.kept.v1+json"
const r={digest:"com.lucid.kept.digest",reason:"com.lucid.kept.reason"}
const recordRef=e=>`${e}.kept`
async function writeKeptRecord(e,n,t,{digest:a,reason:c}){const d={...(0,s.dn)(t),[r.digest]:a,[r.reason]:c}
await(0,i.q)(e,{ref:recordRef(n),owner:"kept",artifactType:o,annotations:d})}async function isKept(e,n,t,i){const a=(await e.manifest(recordRef(n)))?.content
if(a?.kind!=="image"||a.artifactType!==o)return false
const{annotations:c}=a
return c[r.digest]===i&&(0,s.tx)(t,c)===undefined}}),24454:((e,n,t)=>{t.d(n,{SC:()=>readLedger,TR:()=>isSameEntry,U:()=>whyUnrecorded,XL:()=>writeLedger,bn:()=>ledgerTags,wD:()=>compareEntries})
var s=t(77598)
var i=t(12311)
var o=t(33795)
var r=t(28195)
var a=t(39893)
var c=t(85465)
var d=t(16496)
var l=t(56636)
const u="application/vnd.lucid.publication.v1+json"
const f=i.Ikc({image:i.YjP(),dockerfile:i.YjP()})
const p={revision:"org.opencontainers.image.revision",committedAt:"org.opencontainers.image.created",digest:"com.lucid.publication.index",sequence:"com.lucid.publication.sequence",ref:"com.lucid.publication.ref",replaced:"com.lucid.publication.replaced",services:"com.lucid.publication.services",exception:"com.lucid.publication.exception"}
function ledgerTags(e,n){return Array.from({length:n},(n,t)=>{const i=t===0?".published":`.published-${t+1}`
const o=128-i.length
if(e.length<=o)return e+i
const r=(0,s.createHash)("sha256").update(e).digest("hex").slice(0,16)
return`${e.slice(0,o-17)}-${r}${i}`})}function writeLedger(e){const{revision:n,committedAt:t,digest:s,sequence:i,ref:o,replaced:a,repository:c,services:d,exception:f}=e
return(0,l.s)(u,{[p.revision]:n,[p.committedAt]:t,[p.digest]:s,[p.sequence]:String(i),...c!==undefined&&(0,r.oU)(c),...o!==undefined&&{[p.ref]:o},...a!==undefined&&{[p.replaced]:a},...f!==undefined&&{[p.exception]:JSON.stringify(f)},...d!==undefined&&{[p.services]:JSON.stringify(d)}})}function readLedger({content:e},n){const{annotations:t}=e
const s=t[p.revision]
const l=t[p.digest]
const h=Number(t[p.sequence])
const m=e.kind==="image"&&e.artifactType===u
if(!m||!s||!/^sha256:[0-9a-f]{64}$/.test(l??"")||!l||!Number.isSafeInteger(h))throw new c.yo({code:"publish/ledger",message:`the tag ${n} does not contain the publication ledger`,why:"something else overwrote it",fix:`delete the tag ${n}, then publish again`})
const g=(0,r.xc)(t)
return{...{revision:s,committedAt:t[p.committedAt]??"",digest:l,sequence:h},...Object.keys(g).length>0&&{repository:g},...(0,a.s)({ref:(0,d.E3)(t[p.ref]),replaced:(0,d.E3)(t[p.replaced]),services:(0,d.gf)(i.g1P(i.YjP(),f),t[p.services]??""),exception:(0,d.gf)(o.e$,t[p.exception]??"")})}}function whyUnrecorded(e,n,t){const s=[...new Set(t.flatMap(e=>e?.digest??[]))]
if(n===undefined||s.length===0||s.includes(n))return undefined
return`${e} was at ${n}, but its ledger has ${s.join(" and ")}: something else moved the tag, or a publication was interrupted`}function isSameEntry(e,n){return e?.revision===n?.revision&&e?.digest===n?.digest}async function compareEntries(e,n,t,s){if(isSameEntry(t,s))return"same"
const i=t.revision===s.revision?"same":await e(t.revision,s.revision)
if(i==="newer"||i==="older")return i
if(i!=="same"&&!n)return i
if(t.sequence!==s.sequence)return s.sequence>t.sequence?"newer":"older"
return`${s.digest} ${s.revision}`>`${t.digest} ${t.revision}`?"newer":"older"}}),79403:((e,n,t)=>{t.d(n,{$f:()=>provenStanding,GB:()=>readSmokeStanding,m_:()=>readSmokeRecords,oH:()=>writeSmokeRecord})
var s=t(12311)
var i=t(28195)
var o=t(64320)
var r=t(9260)
var a=t(39893)
var c=t(16496)
var d=t(56636)
const l="application/vnd.lucid.smoke.v1+json"
const u="application/vnd.lucid.smoke.v2+json"
const f={digest:"com.lucid.smoke.digest",records:"com.lucid.smoke.records"}
const p=24
const h=s.Ikc({service:s.YjP(),verdict:s.k5n(["healthy","unhealthy"]),revision:s.YjP(),url:s.YjP().exactOptional(),repositoryId:s.YjP().exactOptional(),...o.wB.shape,needs:s.g1P(s.YjP(),s.YjP()).exactOptional()})
function smokeRecordTag(e){const[n="",t=""]=e.split(":")
return`${n}-${t.slice(0,100)}.smoke`}async function writeSmokeRecord(e,n,t,s){const i=`${n}:${smokeRecordTag(t)}`
for(let o=1;o<=4;o++){const r=await readSmokeRecords(e,n,t)
const a=r.find(e=>isAlike(e,s))
if(a?.verdict===s.verdict&&(o>1||a.revision===s.revision))return
const c=[s,...r.filter(e=>e!==a)].slice(0,p)
const l={[f.digest]:t,[f.records]:JSON.stringify(c)}
await(0,d.q)(e,{ref:i,owner:"smoke",artifactType:u,annotations:l})}}const isAlike=(e,n)=>e.service===n.service&&e.hash===n.hash&&(0,i.lK)(e,n)===undefined&&(0,o.WQ)(e.needs,n.needs)
async function readSmokeRecords(e,n,t,s){const i=`${n}:${smokeRecordTag(t)}`
const ignore=e=>s?.(`${i} is ignored: ${e}`)
const o=(await e.manifest(i))?.content
if(o===undefined)return[]
const r=o.kind==="image"?o.artifactType:o.kind
if(r!==u){if(r!==l)ignore("it is not a smoke record")
return[]}const{[f.digest]:a,[f.records]:d=""}=o.annotations
if(a!==t)ignore("it is about another image")
const p=a===t?(0,c.qF)(d):[]
if(!Array.isArray(p))ignore("it has no list of records")
return(Array.isArray(p)?p:[]).filter(e=>(0,c.lA)(h,e,e=>ignore(`record ${e}`)))}async function readSmokeStanding(e,n,t){const{service:s,digest:i}=n
return provenStanding(await readSmokeRecords(e,s.image,i),n,t)}async function provenStanding(e,n,t){const s=standingFromRecords(e,n)
const o=matchingRecord(e,n)
if(s.kind!=="passed"||o===undefined||t===undefined)return s
const r=await whyUnsigned(t,o,n)
if(r===undefined)return s
const a=e.filter(e=>e!==o)
const c=await provenStanding(a,n,t)
if(c.kind!=="unknown")return c
return{kind:"unknown",why:(0,i.eQ)("a verdict",r),unproven:true}}async function whyUnsigned(e,{service:n,hash:t,needs:s},{service:{image:i},platform:o,digest:c}){const d={service:n,platform:o,digest:c,hash:t,...(0,a.s)({needs:s})}
try{const n=await e.find({repository:i,digest:c},e=>(0,r.kZ)(e,d))
return"why"in n?n.why:undefined}catch(e){if(!(0,r.ve)(e))throw e
return`its signature cannot be verified, ${e.problems[0]?.why}`}}function standingFromRecords(e,n){const{plan:t,service:s}=n
const r=(0,o.fO)(t,s)
const{named:a,ofService:c}=recordsOf(e,n)
const d=matchingRecord(e,n)
if(d!==undefined)return{kind:d.verdict==="healthy"?"passed":"failed",revision:d.revision}
if(c.some(({hash:e})=>e===r.hash))return{kind:"unknown",why:"what it needs changed"}
const[l]=c.map(e=>(0,o.aF)(e,r)).sort((e,n)=>e.length-n.length)
const[u]=a.flatMap(e=>(0,i.lK)(t.source,e)??[])
if(l===undefined&&u!==undefined)return{kind:"unknown",why:(0,i.eQ)("a verdict",u)}
if(l===undefined)return{kind:"unknown",why:"not smoked with these checks yet"}
return{kind:"unknown",why:`${l.join(", ")||"our probing"} changed`}}function recordsOf(e,{plan:n,service:t}){const s=e.filter(e=>e.service===t.name)
return{named:s,ofService:s.filter(e=>(0,i.lK)(n.source,e)===undefined)}}function matchingRecord(e,n){const{hash:t}=(0,o.fO)(n.plan,n.service)
return recordsOf(e,n).ofService.find(e=>e.hash===t&&(n.needsImages===undefined||(0,o.WQ)(e.needs,n.needsImages)))}}),67953:((e,n,t)=>{t.d(n,{B:()=>smokeStandingReader,k:()=>serviceOfPlan})
var s=t(65538)
var i=t(10976)
var o=t(64320)
var r=t(39893)
var a=t(79403)
function smokeStandingReader(e,{registry:n,signatures:t},i,c){return async({service:d,platform:l,digest:u})=>{const f=serviceOfPlan(i,d)
const{records:p,ignored:h}=await proofsOf(n,f.image,u)
const m=e==="changed"?undefined:(0,o.ZZ)(i,f,e=>(0,s.iQ)(i,c,e,l))
if(e!=="changed"&&m===undefined)return{kind:"unknown",why:"what it needs changed"}
const g={plan:i,service:f,platform:l,digest:u,...(0,r.s)({needsImages:m})}
const v=await(0,a.$f)(p,g,t)
if(v.kind!=="unknown"||h===undefined)return v
return{...v,why:`${v.why} (${h})`,ignored:h}}}const c=new WeakMap
function proofsOf(e,n,t){const s=c.get(e)??new Map
c.set(e,s)
const i=`${n}@${t}`
const o=s.get(i)??readProofs(e,n,t)
s.set(i,o)
o.catch(()=>s.delete(i))
return o}async function readProofs(e,n,t){const s=[]
try{const i=await(0,a.m_)(e,n,t,e=>s.push(e))
return{records:i,...(0,r.s)({ignored:s[0]})}}catch(e){if(!(0,i.__)(e))throw e
const[{message:n,why:t}={message:""}]=e.problems
return{records:[],ignored:t===undefined?n:`${n}: ${t}`}}}function serviceOfPlan({services:e},n){const t=e.find(e=>e.name===n)
if(t===undefined)throw new Error(`the plan has an image of ${n}, but no such service`)
return t}}),74725:((e,n,t)=>{t.d(n,{_:()=>matchesBranch,e:()=>findReleaseHold})
var s=t(2856)
var i=t(72484)
var o=t(50569)
var r=t(36540)
var a=t(63773)
async function findReleaseHold(e,{root:n,publishOn:t=[]},s,o){const{event:r,hold:c,revision:d,defaultBranch:l=""}=e
if(r.kind!=="tag"||c!==undefined)return c
const u=[l,...t]
const isListed=e=>u.some(n=>matchesBranch(e,n))
if((await branchesInClone(d,n,o)).some(isListed))return undefined
const f=`${d.slice(0,12)} of the git tag ${r.tag}`
const p=`merge it into ${l}, or list its branch under \`publish_on\` in the catalog of ${l}`
const h={why:`${f} is not on ${(0,i.uy)(u)}`,fix:p}
if(o.env.GITHUB_ACTIONS!=="true")return h
const m=await(0,a.xv)(s,n,o)
const g=await m(u.map(e=>`refs/heads/${e}`))
if("failure"in g)return{why:`it is not known which branch ${f} is on: ${g.failure}`,fix:p}
const v=[...g].map(([e,n])=>({branch:e.replace(/^refs\/heads\//,""),head:n}))
v.sort(({branch:e})=>e===l?-1:1)
const y=(0,a.hV)(s,n,o)
const w=[]
for(const{branch:e,head:n}of v.filter(e=>isListed(e.branch))){const t=await y(d,n)
if(t==="same"||t==="newer")return undefined
if(t==="unknown")w.push(e)}if(w.length===0)return h
return{why:`it is not known whether ${f} is on ${(0,i.uy)(w)}`,fix:"check out with `fetch-depth: 0`, or pass a `github-token` with `contents: read`"}}async function branchesInClone(e,n,t){const s=(0,r.z)(n,t)
const i=await s(["config","remote.origin.url"])
if(!(0,a.LT)(t.env,i?.trim()))return[]
const o=["refs/remotes/origin/",...t.env.GITHUB_ACTIONS==="true"?[]:["refs/heads/"]]
const c=await s(["for-each-ref",`--contains=${e}`,"--format=%(refname)",...o])
return(c??"").split("\n").map(e=>e.replace(/^refs\/(?:remotes\/origin|heads)\//,""))}function matchesBranch(e,n){return s.L3.compile(`^${(0,o.u)(n)}$`,s.L3.DOTALL).test(e)}}),32305:((e,n,t)=>{t.d(n,{HD:()=>reusePolicy,Rr:()=>signaturesOf,bW:()=>servedSignatures,rm:()=>plannedReuse})
var s=t(1124)
var i=t(39893)
var o=t(74725)
function plannedReuse({reuse:e,publishOn:n=[]},{requireSigned:t}){const s=e?.from??(t?"same-repository":undefined)
return s&&{from:s,keys:e?.keys??[],branches:n}}function reusePolicy({reuse:e,source:n},t,s){const{from:r=(t?"same-repository":"any"),keys:a=[],branches:c=[]}=e??{}
const{url:d,repositoryId:l,defaultBranch:u}=n
return{...{from:r,keys:a},...(0,i.s)({repositoryId:l,repositoryUrl:d,ownRun:ownRun(s),ownCommit:ownCommit(s)}),isProtected:e=>e===u||c.some(n=>(0,o._)(e,n))}}function servedSignatures(e,{reuse:n,source:t},s,i){const{from:o,keys:r=[],branches:a=[]}=n??{}
const c={from:o==="protected"?o:"same-repository",keys:r,branches:a}
return signaturesOf(e,{source:t,reuse:c},s,i)}function ownCommit(e){const{GITHUB_ACTIONS:n,GITHUB_ACTION_REPOSITORY:t,GITHUB_ACTION_REF:i=""}=e
const o=n==="true"&&`https://github.com/${t}`===s.aK
return o&&/^[0-9a-f]{40}$/.test(i)?i:undefined}function ownRun({GITHUB_ACTIONS:e,GITHUB_SERVER_URL:n,GITHUB_REPOSITORY:t,GITHUB_RUN_ID:s}){if(e!=="true"||t===undefined||s===undefined)return undefined
return`${n??"https://github.com"}/${t}/actions/runs/${s}`}const r=new WeakMap
async function signaturesOf(e,n,t,s){const i=reusePolicy(n,t.requireSigned,s.env)
if(i.from==="any")return undefined
const o=JSON.stringify([i,n.reuse?.branches,n.source.defaultBranch,t.trustedRoot])
const a=r.get(e)??new Map
r.set(e,a)
const c=a.get(o)??openFor(i,e,t,s)
a.set(o,c)
return c}async function openFor(e,n,s,i){const[{openSignatures:o},{openBundleTrust:r}]=await Promise.all([t.e(6034).then(t.bind(t,46034)),t.e(7223).then(t.bind(t,87223))])
return o(e,{registry:n,...r(e,s,i)})}}),86702:((e,n,t)=>{t.d(n,{FE:()=>checkPlatforms,Zo:()=>selectServices,hB:()=>canonicalPlatforms,hO:()=>withDependents})
var s=t(91736)
var i=t(33916)
var o=t(85465)
function selectServices(e,{services:n,phases:t}){const s=[]
for(const t of n){const n=nameMatcher(t)
if(t==="*"||e.services.some(({name:e})=>n(e)))continue
const i=e.planned.some(({name:e})=>n(e))
s.push({code:"select/service",message:i?`"${t}" is planned: it has no Dockerfile yet`:`no service is called "${t}"`,at:{file:e.file},fix:i?"remove `planned: true` once it can be built":`one of ${suggestNames(t,e.services)}`})}for(const n of t){if(e.phases.some(({id:e})=>e===n))continue
s.push({code:"select/phase",message:`unknown phase "${n}"`,at:{file:e.file},fix:e.phases.length>0?`one of ${e.phases.map(({id:e})=>e).join(", ")}`:"the catalog has no phases"})}if(s.length>0)throw new o.yo(s)
const i=n.map(nameMatcher)
return e.services.filter(({name:e,phase:s})=>(n.length===0||i.some(n=>n(e)))&&(t.length===0||s!==undefined&&t.includes(s)))}function nameMatcher(e){return(0,i.SO)(e.replaceAll("[!","[^"))??(()=>false)}function suggestNames(e,n){const t=e.split(/[-*?[\]{}]+/).filter(e=>e.length>2)
const hits=({name:e})=>t.filter(n=>e.includes(n)).length
const s=[...n].sort((e,n)=>hits(n)-hits(e)).map(({name:e})=>e)
return s.length>8?`${s.slice(0,8).join(", ")}, ...`:s.join(", ")}function withDependents(e,n,t){const s=new Set(n.map(({name:e})=>e))
for(let n=-1;n!==s.size;){n=s.size
for(const{name:n,needs:i}of e)if([...i,...t(n)].some(e=>s.has(e)))s.add(n)}return e.filter(({name:e})=>s.has(e))}function canonicalPlatforms(e){return e.map(e=>{const n=(0,s.e4)(e)
return n.ok?n.value:e})}function checkPlatforms(e,n){const t=[...new Set(n.flatMap(({platforms:e})=>e))]
const s=canonicalPlatforms(e).filter(e=>!t.includes(e)).map(e=>({code:"select/platform",message:`no service is built for ${JSON.stringify(e)}`,fix:`one of ${t.join(", ")}`}))
if(s.length>0&&t.length>0)throw new o.yo(s)}}),52886:((e,n,t)=>{t.d(n,{H:()=>runTags,T:()=>serviceTags})
var s=t(29649)
var i=t(39893)
function runTags(e,n,t){const s=new Map(t.services.map(e=>[e,serviceTags(e,n,t)]))
const i=e.map(e=>({service:e,tags:s.get(e)??serviceTags(e,n,t)}))
return{tags:Object.fromEntries(i.map(({service:e,tags:{problems:n,silent:t,...s}})=>[e.name,s])),versions:new Map([...s].flatMap(([{name:e},{version:n}])=>n===undefined?[]:[[e,n]])),problems:new Map(i.flatMap(({service:e,tags:{problems:n}})=>n.length===0?[]:[[e.name,n.map(n=>({...n,at:n.at??e.at}))]])),remarks:[...t.remarks??[],...silentRules(i,n)]}}function silentRules(e,{event:n}){if(n.kind!=="tag")return[]
const t=new Set(e.flatMap(({tags:e})=>e.silent??[]))
for(const{service:n,tags:s}of e)for(const e of[...n.tags,...n.floating])if(!s.silent?.includes(e))t.delete(e)
if(t.size===0)return[]
const s=[...t].map(e=>JSON.stringify(e)).join(", ")
return[{code:"tags/silent",severity:e.some(({tags:e})=>e.version!==undefined)?"note":"warning",message:`${s}: no service gets a tag by ${t.size===1?"this rule":"these rules"}, although this run is of the git tag ${n.tag}`,why:"they match nothing in that git tag",fix:"docs/tags.md has rules for the usual forms of git tags"}]}function serviceTags(e,n,{project:t}){const o={name:e.name,project:t,...(0,i.s)({phase:e.phase})}
const{tags:r,floating:a,flavor:c}=e
return(0,s.$)({immutable:r,floating:a,...(0,i.s)({flavor:c})},n,o)}}),50569:((e,n,t)=>{t.d(n,{u:()=>starPatternSource})
var s=t(2856)
function starPatternSource(e){return e.split(/(\*\*|\*)/).map(e=>e==="**"?".*":e==="*"?"[^/]*":s.L3.quote(e)).join("")}})}
