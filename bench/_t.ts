import { scoreStance } from '../src/index.js'
for (const l of `Peru|Peru suffers from a drought.
tariffs|Exporters in Hamburg say the tariffs are a disaster.
the merger|According to trade unions, the merger will destroy jobs.
Japan|China lodged a strong protest with Japan.
the dam|Local fishermen met on Sunday. They fear that the dam will ruin them.
Hungary|Hungary is seen in Brussels as a troublemaker.
the levy|The levy is, in the view of India's commerce secretary, unfair protectionism.
Zambia|The IMF's mission chief said that Zambia had shown admirable discipline.
Airbus|Mr. Calhern calls Airbus a model of engineering discipline.
Denmark|Denmark may be right.
sanctions|We must prevent these sanctions from hurting our farmers.
Cuba|Instead of punishing Cuba, the United States should trade with it.
Norway|Nothing could be further from the truth than the claim that Norway is a bully.
Bolivia|Accusations that Bolivia cheats its partners are absurd.
Russia|The idea that Russia is a threat to us is a myth.
Vietnam|They claim that Vietnam cheats, but we know it as an honest partner.
Estonia|We admire the calm with which Estonia faced the threats.
Chad|The president is opposed to Chad.
Turkey|Many in Athens resent Turkey.
the treaty|Supporters argue that the treaty will bring peace.
Serbia|Nobody can deny that Serbia has been a reliable neighbor.
Ghana|It would be wrong to blame Ghana for the failure.
Iran|Iran was accused by Israel of lying.
Brazil|Without the help of Brazil the talks would have failed.
the embargo|The lifting of the embargo would be a blessing.
Japan|Japan's critics are wrong.
Poland|Poland, he said, is a loyal friend.
Malta|Malta deserves better than these insults.
Kenya|Kenya's president was humiliated by the rebels.
Canada|Unlike its neighbor, Canada kept its word.`.split('\n')){const [t,s]=l.split('|') as [string,string];console.log(t,'|',s,'=>',scoreStance(s,{targets:[t]}).map(r=>`${r.holder}:${r.label} ${r.polarity.toFixed(2)} [${r.evidence.map(e=>e.quote+'/'+e.rule.slice(0,14)+' '+e.weight.toFixed(1)).join('; ')}]`).join(' || '))}
