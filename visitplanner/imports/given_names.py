# SPDX-License-Identifier: MIT
"""Given names that letters often bring without a patronymic: they tell surname and gender."""

from __future__ import annotations

from typing import Final

from visitplanner.words.endings import words

MEN: Final = frozenset(
    words(
        "александр алексей анатолий андрей антон артем артём борис вадим валентин валерий василий"
        " виктор виталий владимир владислав вячеслав геннадий георгий григорий данила денис"
        " дмитрий евгений егор иван игорь илья кирилл константин леонид лука максим михаил никита"
        " николай олег павел петр пётр роман руслан савва сергей станислав степан тимофей федор"
        " фёдор фома эдуард юрий яков ярослав"
        " аляксандр аляксей анатоль андрэй барыс валерый васіль віктар віталь генадзь дзмітрый"
        " ігар ілья іван канстанцін кірыл леанід максім мікалай мікіта міхаіл алег павел пятро"
        " раман станіслаў сцяпан сяргей уладзімір фёдар юрый якаў яўген"
        " aleksandr aleksei alexander alexey anatoly andrei andrey anton boris denis dmitry evgeny"
        " fyodor gennady georgy grigory igor ilya ivan john kirill konstantin leonid maxim michael"
        " mikhail nikita nikolai nikolay oleg paul pavel peter petr pyotr roman ruslan sergei"
        " sergey stanislav stepan thomas vadim valery vasily viktor vitaly vladimir yury"
    )
)
WOMEN: Final = frozenset(
    words(
        "александра алина алла анастасия анна антонина валентина валерия вера виктория галина"
        " дарья диана екатерина елена жанна зинаида зоя инна ирина ксения лариса лидия любовь"
        " людмила маргарита марина мария надежда наталия наталья нина оксана ольга полина раиса"
        " светлана софия софья тамара татьяна юлия яна"
        " аксана алена аляксандра валянціна вольга вікторыя галіна ганна кацярына людміла марыя"
        " марына наталля ніна святлана таццяна юлія іна ірына"
        " anastasia anna daria ekaterina elena galina inna irina julia ksenia larisa lyudmila"
        " maria marina mary natalia natalya nina oksana olga polina svetlana tatiana tatyana yulia"
    )
)
