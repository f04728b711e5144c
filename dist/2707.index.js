export const id=2707
export const ids=[2707,3381,5762,9687]
export const modules={26214:((e,r,n)=>{n.d(r,{Hj:()=>openCheckout,U4:()=>askBranches,pI:()=>askAll})
function openCheckout(e){return{index:once(()=>e(["ls-files","--stage","-v","-z"])),modified:once(()=>e(["diff-files","--name-only","--relative","-z"])),others:once(()=>e(["ls-files","--others","--directory","-z"])),staged:once(()=>e(["diff-index","--cached","--name-only","HEAD","--","."])),head:once(async()=>{const[r,n]=(await e(["rev-list","--max-count=1","--timestamp","HEAD","--"]))?.trim().split(" ")??[]
return n===undefined?undefined:{id:n,time:Number(r)}}),branch:once(async()=>(await e(["symbolic-ref","--short","-q","HEAD"]))?.trim()||undefined),defaultBranch:once(async()=>{const r=await e(["symbolic-ref","--short","-q","refs/remotes/origin/HEAD"])
return r?.trim().replace(/^origin\//,"")||undefined}),settings:once(async()=>readSettings(await e(["config","-z","--get-regexp",t]))),layout:once(async()=>{const r=await e(["rev-parse","--show-object-format","--git-path","info/attributes","--show-cdup"])
const[n,t,i]=r?.split("\n")??[]
return n&&t&&i!==undefined?{format:n,attributes:t,up:i}:undefined})}}function askAll({modified:e,others:r,index:n,layout:t,settings:i,staged:o,head:s}){for(const l of[e,r,n,t,i,o,s])void l()}function askBranches({branch:e,defaultBranch:r}){for(const n of[e,r])void n()}const t="^(core\\.(autocrlf|eol|filemode|attributesfile)|remote\\.origin\\.url)$"
function readSettings(e=""){return new Map(e.split("\0").flatMap(e=>{const[r="",n="true"]=e.split("\n",2)
return r===""?[]:[[r,n]]}))}function once(e){let r
return()=>{r??=e()
return r}}}),33386:((e,r,n)=>{n.d(r,{O:()=>gitOf,I:()=>rootOf})
var t=n(76760)
function gitIn(e,r){return async(n,t)=>{try{const i=["git","-c","safe.directory=*","-c","core.quotePath=false",...n]
const{exitCode:o,stdout:s}=await r(i,{cwd:e,...t!==undefined&&{input:t},env:{GIT_OPTIONAL_LOCKS:"0",LC_ALL:"C"}})
return o===0?s:undefined}catch{return undefined}}}function rootOf({catalog:e},{cwd:r}){return t.dirname(t.resolve(r,e))}function gitOf(e,{exec:r}){return gitIn(e,r)}}),99687:((e,r,n)=>{n.d(r,{UD:()=>compare,WE:()=>version_explain,ib:()=>satisfies,rZ:()=>valid})
var t={}
n.r(t)
n.d(t,{"!=":()=>ne,"<":()=>lt,"<=":()=>le,"==":()=>eq,"===":()=>arbitrary,">":()=>gt,">=":()=>ge,compare:()=>compare,eq:()=>eq,ge:()=>ge,gt:()=>gt,le:()=>le,lt:()=>lt,ne:()=>ne,rcompare:()=>rcompare})
const i=["v?","(?:","(?:(?<epoch>[0-9]+)!)?","(?<release>[0-9]+(?:\\.[0-9]+)*)","(?<pre>","[-_\\.]?","(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))","[-_\\.]?","(?<pre_n>[0-9]+)?",")?","(?<post>","(?:-(?<post_n1>[0-9]+))","|","(?:","[-_\\.]?","(?<post_l>post|rev|r)","[-_\\.]?","(?<post_n2>[0-9]+)?",")",")?","(?<dev>","[-_\\.]?","(?<dev_l>dev)","[-_\\.]?","(?<dev_n>[0-9]+)?",")?",")","(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?"].join("")
const o=new RegExp("^"+i+"$","i")
function valid(e){return o.test(e)?e:null}const s=new RegExp("^\\s*"+i+"\\s*$","i")
function clean(e){return version_stringify(version_parse(e,s))}function version_parse(e,r){const{groups:n}=(r||o).exec(e)||{}
if(!n){return null}const t={epoch:Number(n.epoch?n.epoch:0),release:n.release.split(".").map(Number),pre:normalize_letter_version(n.pre_l,n.pre_n),post:normalize_letter_version(n.post_l,n.post_n1||n.post_n2),dev:normalize_letter_version(n.dev_l,n.dev_n),local:parse_local_version(n.local)}
return t}function version_stringify(e){if(!e){return null}const{epoch:r,release:n,pre:t,post:i,dev:o,local:s}=e
const l=[]
if(r!==0){l.push(`${r}!`)}l.push(n.join("."))
if(t){l.push(t.join(""))}if(i){l.push("."+i.join(""))}if(o){l.push("."+o.join(""))}if(s){l.push(`+${s}`)}return l.join("")}function normalize_letter_version(e,r){let n=e
let t=r
if(n){if(!t){t=0}n=n.toLowerCase()
if(n==="alpha"){n="a"}else if(n==="beta"){n="b"}else if(["c","pre","preview"].includes(n)){n="rc"}else if(["rev","r"].includes(n)){n="post"}return[n,Number(t)]}if(!n&&t){n="post"
return[n,Number(t)]}return null}function parse_local_version(e){if(e){return e.split(/[._-]/).map(e=>Number.isNaN(Number(e))?e.toLowerCase():Number(e))}return null}function version_explain(e){const r=version_parse(e)
if(!r){return r}const{epoch:n,release:t,pre:i,post:o,dev:s,local:l}=r
let a=""
if(n!==0){a+=n+"!"}a+=t.join(".")
const c=Boolean(s||i)
const u=Boolean(s)
const p=Boolean(o)
return{epoch:n,release:t,pre:i,post:o?o[1]:o,dev:s?s[1]:s,local:l?l.join("."):l,public:version_stringify(r).split("+",1)[0],base_version:a,is_prerelease:c,is_devrelease:u,is_postrelease:p}}function lt(e,r){return compare(e,r)<0}function le(e,r){return compare(e,r)<=0}function eq(e,r){return compare(e,r)===0}function ne(e,r){return compare(e,r)!==0}function ge(e,r){return compare(e,r)>=0}function gt(e,r){return compare(e,r)>0}function arbitrary(e,r){return e.toLowerCase()===r.toLowerCase()}function compare(e,r){const n=version_parse(e)
const t=version_parse(r)
const i=calculateKey(n)
const o=calculateKey(t)
return pyCompare(i,o)}function rcompare(e,r){return-compare(e,r)}function pyCompare(e,r){let n=e
let t=r
if(n===t){return 0}if(Array.isArray(n)!==Array.isArray(t)){n=Array.isArray(n)?n:[n]
t=Array.isArray(t)?t:[t]}if(Array.isArray(n)){const e=Math.min(n.length,t.length)
for(let r=0;r<e;r+=1){const e=pyCompare(n[r],t[r])
if(e!==0){return e}}return n.length-t.length}if(n===-Infinity||t===Infinity){return-1}if(n===Infinity||t===-Infinity){return 1}return n<t?-1:1}function calculateKey(e){const{epoch:r}=e
let{release:n,pre:t,post:i,local:o,dev:s}=e
n=n.concat()
n.reverse()
while(n.length&&n[0]===0){n.shift()}n.reverse()
if(!t&&!i&&s)t=-Infinity
else if(!t)t=Infinity
if(!i)i=-Infinity
if(!s)s=Infinity
if(!o){o=-Infinity}else{o=o.map(e=>Number.isNaN(Number(e))?[-Infinity,e]:[Number(e),""])}return[r,n,t,i,s,o]}const l=["(?<operator>(===|~=|==|!=|<=|>=|<|>))","\\s*","(","(?<version>(?:"+i.replace(/\?<\w+>/g,"?:")+"))","(?<prefix>\\.\\*)?","|","(?<legacy>[^,;\\s)]+)",")"].join("")
const isEqualityOperator=e=>["==","!=","==="].includes(e)
const a=new RegExp("^"+l+"$","i")
function specifier_parse(e){if(!e.trim()){return[]}const r=e.split(",").map(e=>a.exec(e.trim())||{}).map(({groups:e})=>{if(!e){return null}let{...r}=e
const{operator:n,version:t,prefix:i,legacy:o}=e
if(t){r={...r,...version_explain(t)}
if(n==="~="){if(r.release.length<2){return null}}if(!isEqualityOperator(n)&&r.local){return null}if(i){if(!isEqualityOperator(n)||r.dev||r.local){return null}}}if(o&&n!=="==="){return null}return r})
if(r.filter(Boolean).length!==r.length){return null}return r}function filter(e,r,n={}){const t=pick(e,r,n)
if(t.length===0&&n.prereleases===undefined){return pick(e,r,{prereleases:true})}return t}function maxSatisfying(e,r,n){const t=filter(e,r,n).sort(Operator.compare)
return t.length===0?null:t[t.length-1]}function minSatisfying(e,r,n){const t=filter(e,r,n).sort(Operator.compare)
return t.length===0?null:t[0]}function pick(e,r,n){const t=specifier_parse(r)
if(!t){return[]}return e.filter(e=>{const r=version_explain(e)
if(!t.length){return r&&!(r.is_prerelease&&!n.prereleases)}return t.reduce((t,i)=>{if(!t){return false}return contains({...i,...n},{version:e,explained:r})},true)})}function satisfies(e,r,n={}){const t=pick([e],r,n)
return t.length===1}function arrayStartsWith(e,r){if(r.length>e.length){return false}for(let n=0;n<r.length;n+=1){if(r[n]!==e[n]){return false}}return true}function contains(e,r){const{explained:n}=r
let{version:i}=r
const{...o}=e
if(o.prereleases===undefined){o.prereleases=o.is_prerelease}if(n&&n.is_prerelease&&!o.prereleases){return false}if(o.operator==="~="){let e=o.release.slice(0,-1).concat("*").join(".")
if(o.epoch){e=o.epoch+"!"+e}return satisfies(i,`>=${o.version}, ==${e}`,{prereleases:o.prereleases})}if(o.prefix){const e=n.epoch===o.epoch&&arrayStartsWith(n.release,o.release)
const r=o.operator!=="!="
return r?e:!e}if(n&&n.local&&o.version){if(o.operator!=="==="&&!o.local){i=n.public
o.version=version_explain(o.version).public}}if(o.operator==="<"||o.operator===">"){if(eq(o.release.join("."),n.release.join("."))){return false}}const s=t[o.operator]
return s(i,o.version||o.legacy)}function validRange(e){return Boolean(specifier_parse(e))}function major(e){const r=explain(e)
if(!r){throw new TypeError("Invalid Version: "+e)}return r.release[0]}function minor(e){const r=explain(e)
if(!r){throw new TypeError("Invalid Version: "+e)}if(r.release.length<2){return 0}return r.release[1]}function patch(e){const r=explain(e)
if(!r){throw new TypeError("Invalid Version: "+e)}if(r.release.length<3){return 0}return r.release[2]}function inc(e,r,n){let t=n||`a`
const i=parse(e)
if(!i){return null}if(!["a","b","c","rc","alpha","beta","pre","preview"].includes(t)){return null}switch(r){case"premajor":{const[e]=i.release
i.release.fill(0)
i.release[0]=e+1}i.pre=[t,0]
delete i.post
delete i.dev
delete i.local
break
case"preminor":{const[e,r=0]=i.release
i.release.fill(0)
i.release[0]=e
i.release[1]=r+1}i.pre=[t,0]
delete i.post
delete i.dev
delete i.local
break
case"prepatch":{const[e,r=0,n=0]=i.release
i.release.fill(0)
i.release[0]=e
i.release[1]=r
i.release[2]=n+1}i.pre=[t,0]
delete i.post
delete i.dev
delete i.local
break
case"prerelease":if(i.pre===null){const[e,r=0,n=0]=i.release
i.release.fill(0)
i.release[0]=e
i.release[1]=r
i.release[2]=n+1
i.pre=[t,0]}else{if(n===undefined&&i.pre!==null){[t]=i.pre}const[e,r]=i.pre
if(e===t){i.pre=[e,r+1]}else{i.pre=[t,0]}}delete i.post
delete i.dev
delete i.local
break
case"major":if(i.release.slice(1).some(e=>e!==0)||i.pre===null){const[e]=i.release
i.release.fill(0)
i.release[0]=e+1}delete i.pre
delete i.post
delete i.dev
delete i.local
break
case"minor":if(i.release.slice(2).some(e=>e!==0)||i.pre===null){const[e,r=0]=i.release
i.release.fill(0)
i.release[0]=e
i.release[1]=r+1}delete i.pre
delete i.post
delete i.dev
delete i.local
break
case"patch":if(i.release.slice(3).some(e=>e!==0)||i.pre===null){const[e,r=0,n=0]=i.release
i.release.fill(0)
i.release[0]=e
i.release[1]=r
i.release[2]=n+1}delete i.pre
delete i.post
delete i.dev
delete i.local
break
default:return null}return stringify(i)}})}
